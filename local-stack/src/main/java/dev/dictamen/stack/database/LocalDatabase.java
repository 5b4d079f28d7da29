package dev.dictamen.stack.database;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.parts.ChildPart;
import dev.dictamen.stack.parts.Launch;
import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.parts.PartFailedException;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MariaDB with Dictamen's schema and the demo's, as a child process that is kept alive. Committed rows survive any kill. */
public final class LocalDatabase implements Part {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Home home;
    private final DatabaseAddress address;
    private final Terminal terminal;
    private @Nullable ChildPart server;
    private boolean ended;

    public LocalDatabase(Home home, DatabaseAddress address, Terminal terminal) {
        this.home = home;
        this.address = address;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void start() throws InterruptedException {
        try {
            var files = new MariaDbFiles(home.database());
            files.prepare();
            var child = new ChildPart(launch(files), files.data().toString(), this::isReady, terminal);
            if (keep(child)) {
                child.start();
            }
        } catch (IOException e) {
            throw new PartFailedException(
                    name(), String.valueOf(e.getMessage()), "read logs/stack.log, then start again", e);
        }
    }

    private Launch launch(MariaDbFiles files) throws IOException {
        var command = new ArrayList<>(List.of(files.executable().toString()));
        command.addAll(MariaDbArguments.of(files, address, initFile()));
        return new Launch(
                name(),
                command,
                Map.of(files.libraryPathVariable(), files.libraries().toString()),
                new Launch.Files(files.server(), home.log(name()), home.pidFile(name())),
                READY_WITHIN,
                STOP_WITHIN);
    }

    /** The file that the server runs at each start; it has passwords in it. */
    private Path initFile() throws IOException {
        var file = home.database().resolve("init.sql");
        Files.deleteIfExists(file);
        EnvFile.createPrivate(file);
        return Files.writeString(file, InitialSql.of(address));
    }

    private boolean isReady() {
        var owner = address.owner();
        try (var connection = DriverManager.getConnection(address.url(), owner.username(), owner.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** False when a stop came while the files were being prepared: then no server may start any more. */
    private synchronized boolean keep(ChildPart child) {
        server = child;
        return !ended;
    }

    @Override
    public void stop() {
        var running = end();
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void kill() {
        var running = end();
        if (running != null) {
            running.kill();
        }
    }

    private synchronized @Nullable ChildPart end() {
        ended = true;
        return server;
    }
}
