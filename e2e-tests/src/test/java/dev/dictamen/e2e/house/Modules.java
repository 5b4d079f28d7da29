package dev.dictamen.e2e.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project as it lies on disk: its root, its modules and their compiled classes. */
public final class Modules {
    static final List<String> SERVICES = List.of("ingest-service", "eval-worker", "result-sink", "api-gateway");
    static final List<String> ALL = List.of(
            "kafka-config",
            "ingest-service",
            "eval-worker",
            "result-sink",
            "api-gateway",
            "vllm-simulator",
            "local-stack");

    private Modules() {}

    /** The folder that holds the modules. */
    public static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("kafka-config")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no project root above " + Path.of("").toAbsolutePath());
    }

    static JavaClasses classesOf(List<String> modules) {
        var folders = modules.stream()
                .map(module -> root().resolve(module).resolve("target/classes"))
                .toList();
        folders.forEach(Modules::requireCompiled);
        return new ClassFileImporter().importPaths(folders);
    }

    private static void requireCompiled(Path classes) {
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(classes + " is not compiled; run mvn from the project root");
        }
    }
}
