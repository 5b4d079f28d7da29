package dev.dictamen.stack.services;

import dev.dictamen.stack.parts.PartFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of one run in a service's unpacked jar. */
public record ServiceClasses(Path project) {
    public static ServiceClasses in(Path project) {
        return new ServiceClasses(project);
    }

    /** The command line that runs this class of the service. @throws PartFailedException when the jar is not built and unpacked */
    public List<String> command(String module, String mainClass) {
        var jar = project.resolve(module).resolve("target/run").resolve(module + ".jar");
        if (!Files.exists(jar)) {
            throw new PartFailedException(module, "there is no " + jar, "build it: ./dictamen run does", null);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Xshare:auto",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                jar.toString(),
                mainClass);
    }
}
