package dev.dictamen.testing.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/**
 * Whether a Docker engine answers. Where one does, tests run on Testcontainers' Kafka and MySQL; where none does, on the
 * servers that come with the project. What was found is printed once for each JVM, for the closing summary.
 */
public final class Docker {
    private static final boolean ANSWERS = look();

    private Docker() {}

    public static boolean answers() {
        return ANSWERS;
    }

    private static boolean look() {
        boolean isThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        boolean answers = isThere && DockerClientFactory.instance().isDockerAvailable();
        var servers = answers ? "testcontainers" : "embedded";
        System.out.println("test-infrastructure: broker=" + servers + " database=" + servers);
        return answers;
    }
}
