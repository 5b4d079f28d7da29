package dev.dictamen.testing.database;

import dev.dictamen.testing.process.FreePort;
import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.mysql.MySQLContainer;

/**
 * A real MySQL: the one that DICTAMEN_MYSQL_URL names (with DICTAMEN_MYSQL_USERNAME and DICTAMEN_MYSQL_PASSWORD), else
 * Testcontainers' where a Docker engine answers, else one started by {@code ../shared/tools/start-real-mysql.sh} beside the project; skipped where there is neither.
 */
public final class RealMySql implements TestDatabase {
    private static final Path SCRIPT =
            Project.root().resolve("../shared/tools/start-real-mysql.sh").normalize();
    private static final Path DATA = DataFolder.of("mysql");
    private static final Optional<RealMySql> SHARED = find();

    private final String serverUrl;
    private final String username;
    private final String password;

    private RealMySql(String serverUrl, String username, String password) {
        this.serverUrl = serverUrl;
        this.username = username;
        this.password = password;
    }

    /** Whether there is one; for {@code @EnabledIf}. */
    public static boolean isAvailable() {
        return SHARED.isPresent();
    }

    /** The running server. */
    public static RealMySql shared() {
        return SHARED.orElseThrow();
    }

    /** Another one, on a machine whose zone is that one; empty where none can be started by the script. */
    public static Optional<RealMySql> inZone(String zone) {
        return Files.exists(SCRIPT) ? started(DataFolder.of("mysql-elsewhere"), Map.of("TZ", zone)) : Optional.empty();
    }

    private static Optional<RealMySql> find() {
        var environment = System.getenv();
        var url = environment.get("DICTAMEN_MYSQL_URL");
        if (url == null) {
            return Docker.answers()
                    ? Optional.of(inContainer())
                    : Files.exists(SCRIPT) ? started(DATA, Map.of()) : Optional.empty();
        }
        return Optional.of(new RealMySql(
                url,
                environment.getOrDefault("DICTAMEN_MYSQL_USERNAME", "root"),
                environment.getOrDefault("DICTAMEN_MYSQL_PASSWORD", "root")));
    }

    private static RealMySql inContainer() {
        var container = new MySQLContainer("mysql:8.4").withUsername("root").withPassword("root");
        container.start();
        return new RealMySql(
                "jdbc:mysql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/", "root", "root");
    }

    private static Optional<RealMySql> started(Path data, Map<String, String> environment) {
        int port = FreePort.find();
        script(environment, "stop", data.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> script(environment, "stop", data.toString())));
        return script(environment, "start", data.toString(), Integer.toString(port)) == 0
                ? Optional.of(new RealMySql("jdbc:mysql://127.0.0.1:" + port + "/", "root", "root"))
                : Optional.empty();
    }

    private static int script(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolveSibling(DATA.getFileName() + ".log").toFile());
        builder.environment()
                .put("REAL_MYSQL_OPTS", "--performance-schema=OFF --innodb-buffer-pool-size=64M --sync-binlog=0");
        builder.environment().putAll(environment);
        try {
            var script = builder.start();
            return script.waitFor(3, TimeUnit.MINUTES) ? script.exitValue() : -1;
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + SCRIPT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public String serverUrl() {
        return serverUrl;
    }

    @Override
    public String username() {
        return username;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public String dialect() {
        return "org.hibernate.dialect.MySQLDialect";
    }

    @Override
    public String toString() {
        return "MySQL";
    }
}
