package dev.dictamen.gateway.signin;

import dev.dictamen.kafka.ContractJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of users. Blocks. */
@Repository
class UserRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    UserRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<User> find(String username) {
        return jdbc.sql("SELECT username, display_name, role, teams FROM users WHERE username = ?")
                .param(username)
                .query(UserRepository::read)
                .optional();
    }

    Optional<String> passwordHash(String username) {
        return jdbc.sql("SELECT password_hash FROM users WHERE username = ?")
                .param(username)
                .query(String.class)
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT COUNT(*) FROM users").query(Long.class).single() == 0;
    }

    /** Adds a user; when another gateway was first, that one stays. */
    void add(User user, String passwordHash) {
        jdbc.sql("INSERT IGNORE INTO users (username, display_name, role, teams, password_hash, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        user.username(),
                        user.displayName(),
                        user.role().name(),
                        ContractJson.mapper().writeValueAsString(user.teams()),
                        passwordHash,
                        Timestamp.from(clock.instant()))
                .update();
    }

    void setPasswordHash(String username, String passwordHash) {
        jdbc.sql("UPDATE users SET password_hash = ? WHERE username = ?")
                .params(passwordHash, username)
                .update();
    }

    private static User read(ResultSet row, int index) throws SQLException {
        String[] teams = ContractJson.mapper().readValue(row.getString("teams"), String[].class);
        return new User(
                row.getString("username"),
                row.getString("display_name"),
                User.Role.valueOf(row.getString("role")),
                Arrays.asList(teams));
    }
}
