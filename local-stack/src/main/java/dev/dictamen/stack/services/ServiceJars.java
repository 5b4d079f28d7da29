package dev.dictamen.stack.services;

import dev.dictamen.stack.parts.PartFailedException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The services' jars as Maven built them. Where the launcher has unpacked a jar into {@code target/run} since, that form is
 * taken: the same classes, quicker to start, the more so with the archive of loaded classes that an orderly stop leaves
 * beside it.
 */
record ServiceJars(Path project) {
    /** The words of a Java command line that run the service. @throws PartFailedException when it is not built */
    List<String> arguments(String module) {
        var target = project.resolve(module).resolve("target");
        var jar = target.resolve(module + ".jar");
        if (!Files.exists(jar)) {
            throw new PartFailedException(module, "there is no " + jar, "build it: ./dictamen run does", null);
        }
        var unpacked = target.resolve("run").resolve(module + ".jar");
        if (!isNewer(unpacked.toFile(), jar.toFile())) {
            return List.of("-jar", jar.toString());
        }
        var archive = unpacked.resolveSibling(module + ".jsa");
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-jar", unpacked.toString());
    }

    private static boolean isNewer(File file, File than) {
        return file.exists() && file.lastModified() >= than.lastModified();
    }
}
