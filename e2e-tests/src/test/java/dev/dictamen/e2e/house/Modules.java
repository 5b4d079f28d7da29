package dev.dictamen.e2e.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's modules: their sources and their compiled classes. */
final class Modules {
    static final List<String> SERVICES = List.of("ingest-service", "eval-worker", "result-sink", "api-gateway");
    /** All that have Java of their own but these tests. */
    static final List<String> ALL = Stream.concat(
                    SERVICES.stream(),
                    Stream.of(
                            "kafka-config",
                            "rules-judge",
                            "test-support",
                            "vllm-simulator",
                            "local-stack",
                            "benchmarks"))
            .toList();

    private Modules() {}

    /** The compiled classes of all of them, without their tests. */
    static JavaClasses classes() {
        var folders =
                ALL.stream().map(module -> folder(module, "target/classes")).toList();
        folders.forEach(Modules::requireCompiled);
        return new ClassFileImporter().importPaths(folders);
    }

    private static void requireCompiled(Path classes) {
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(classes + " is not compiled; run mvn from the project root");
        }
    }

    /** The Java files of one module, of its tree {@code main} or {@code test}. */
    static List<Path> sources(String module, String tree) {
        return filesUnder(folder(module, "src/" + tree + "/java"), ".*\\.java");
    }

    /** Files of a folder whose path matches, without what was built or installed; nothing where there is no such folder. */
    static List<Path> filesUnder(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(pattern))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules|dist|\\.git|\\.dictamen)/.*"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String module, String inside) {
        return Project.root().resolve(module).resolve(inside);
    }
}
