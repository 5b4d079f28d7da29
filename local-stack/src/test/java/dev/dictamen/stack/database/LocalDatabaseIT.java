package dev.dictamen.stack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.terminal.Terminal;
import dev.dictamen.stack.testing.DatabaseAddresses;
import dev.dictamen.stack.testing.RecordedTerminal;
import dev.dictamen.testing.process.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LocalDatabaseIT {
    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();
    private Home home;
    private DatabaseAddress address;
    private LocalDatabase database;

    @BeforeEach
    void start() throws Exception {
        home = new Home(folder);
        home.create();
        int port = FreePort.find();
        address = DatabaseAddresses.at(port);
        database = new LocalDatabase(home, address, terminal.terminal());
        database.start();
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @Test
    void committedRowsSurviveAKillAndTheServerComesBackByItself() throws Exception {
        execute("CREATE TABLE kept (id INT PRIMARY KEY, word VARCHAR(20))");
        execute("INSERT INTO kept VALUES (1, 'ñandú 🦤')");
        long killed = pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> pid() != killed && word().equals("ñandú 🦤"));
        assertThat(terminal.lines()).anyMatch(line -> line.contains("database ended with exit code"));
    }

    @Test
    void aStoppedServerStartsAgainWithItsRowsAndLeavesNoProcess() throws Exception {
        execute("CREATE TABLE kept (id INT PRIMARY KEY, word VARCHAR(20))");
        execute("INSERT INTO kept VALUES (1, 'stays')");
        long first = pid();

        database.stop();

        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home.pidFile("database")).doesNotExist();
        database = new LocalDatabase(home, address, Terminal.standard());
        database.start();
        assertThat(word()).isEqualTo("stays");
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(address.url(), "dictamen", "another"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(address.url(), "root", ""))
                .isInstanceOf(SQLException.class);
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readString(home.pidFile("database")).split(" ")[0]);
    }

    private void execute(String sql) {
        owner().execute(sql);
    }

    private String word() {
        return owner().queryForList("SELECT word FROM kept WHERE id = 1", String.class)
                .getFirst();
    }

    private JdbcTemplate owner() {
        var owner = address.owner();
        return new JdbcTemplate(new DriverManagerDataSource(address.url(), owner.username(), owner.password()));
    }
}
