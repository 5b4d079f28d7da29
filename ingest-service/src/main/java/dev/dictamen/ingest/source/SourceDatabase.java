package dev.dictamen.ingest.source;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Read-only connections to a chat database, few of them. MySQL's driver reads MariaDB too. */
public final class SourceDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 3;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final HikariDataSource pool;

    /** Connects when first asked. */
    public SourceDatabase(String url, String username, String password) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(SourceAddress.of(url).jdbcUrl());
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setPoolName("source");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setReadOnly(true);
        driver("connectTimeout", CONNECT_WITHIN.toMillis());
        driver("socketTimeout", ANSWER_WITHIN.toMillis());
        driver("connectionTimeZone", "+00:00");
        driver("forceConnectionTimeZoneToSession", true);
        driver("zeroDateTimeBehavior", "CONVERT_TO_NULL");
        driver("tinyInt1isBit", false);
    }

    private void driver(String name, Object value) {
        pool.addDataSourceProperty(name, String.valueOf(value));
    }

    /** For statements whose whole answer fits into memory. */
    public JdbcClient client() {
        return JdbcClient.create(pool);
    }

    /** For statements whose answer is read row by row as it arrives. */
    public JdbcTemplate streaming() {
        var template = new JdbcTemplate(pool);
        template.setFetchSize(Integer.MIN_VALUE);
        return template;
    }

    @Override
    public void close() {
        pool.close();
    }
}
