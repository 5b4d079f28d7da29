package dev.dictamen.sink.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real MySQL: the one that DICTAMEN_MYSQL_URL names (with DICTAMEN_MYSQL_USERNAME and DICTAMEN_MYSQL_PASSWORD), else
 * one started by {@code ../shared/tools/start-real-mysql.sh} beside the project; skipped where there is neither.
 */
public final class RealMySql implements TestDatabase {
    private static final String ABSENT =
            "no real MySQL: set DICTAMEN_MYSQL_URL to a server's JDBC address ending in '/'";
    private static final Path SCRIPT =
            Path.of("..", "..", "shared", "tools", "start-real-mysql.sh").toAbsolutePath();
    private static final Path DATA =
            Path.of("target", "mysql-" + ProcessHandle.current().pid()).toAbsolutePath();

    private final String serverUrl;
    private final String username;
    private final String password;

    private RealMySql(String serverUrl, String username, String password) {
        this.serverUrl = serverUrl;
        this.username = username;
        this.password = password;
    }

    /** A running server; aborts the test, saying why, where there is none. */
    public static RealMySql available() {
        var url = System.getenv("DICTAMEN_MYSQL_URL");
        if (url != null) {
            return new RealMySql(
                    url,
                    System.getenv().getOrDefault("DICTAMEN_MYSQL_USERNAME", "root"),
                    System.getenv().getOrDefault("DICTAMEN_MYSQL_PASSWORD", "root"));
        }
        Assumptions.assumeTrue(Files.exists(SCRIPT), ABSENT);
        return started();
    }

    private static RealMySql started() {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run("stop", DATA.toString())));
            Assumptions.assumeTrue(run("start", DATA.toString(), "" + port) == 0, ABSENT + " (the script failed)");
            return new RealMySql("jdbc:mysql://127.0.0.1:" + port + "/", "root", "root");
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    private static int run(String... arguments) {
        var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolveSibling("mysql.log").toFile());
        builder.environment()
                .put("REAL_MYSQL_OPTS", "--performance-schema=OFF --innodb-buffer-pool-size=64M --sync-binlog=0");
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
}
