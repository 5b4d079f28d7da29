package dev.dictamen.gateway.acceptance;

import com.nimbusds.jose.jwk.ECKey;
import dev.dictamen.gateway.GatewayApplication;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.kafka.TestBroker;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** A gateway of a test's own, configured by the same keys as in production, on a schema that holds the sink's tables. */
public final class Gateway implements AutoCloseable {
    static final String ORIGIN = "http://dictamen.test";
    static final String OPERATOR_TOKEN = "operator-token-of-the-tests";
    static final String ADMIN = "admin";
    static final String PASSWORD = "correct horse battery";

    private final String databaseUrl;
    private final JdbcTemplate jdbc;
    private final List<String> settings;
    private final Consumer<GenericApplicationContext> beans;
    private ConfigurableApplicationContext context;
    private @Nullable Client admin;

    /** The one of all tests that set nothing; they tell their users and chats apart by name, or {@link #clear()} first. */
    static Gateway shared() {
        return Shared.GATEWAY;
    }

    /** It is never closed: it ends with the JVM, as its broker and its database do. */
    private static final class Shared {
        static final Gateway GATEWAY = new Gateway("shared");
    }

    /** @param overrides properties beside the usual ones, as {@code key=value} */
    Gateway(String schema, String... overrides) {
        this(schema, context -> {}, overrides);
    }

    /** @param beans adds what a test puts in a bean's place */
    public Gateway(String schema, Consumer<GenericApplicationContext> beans, String... overrides) {
        this.beans = beans;
        databaseUrl = EmbeddedMariaDb.shared().emptySchema("acceptance_" + schema);
        jdbc = EmbeddedMariaDb.shared().jdbc("acceptance_" + schema);
        Flyway.configure()
                .dataSource(jdbc.getDataSource())
                .locations("filesystem:../result-sink/src/main/resources/db/migration/sink")
                .table("flyway_history_sink")
                .load()
                .migrate();
        settings = new ArrayList<>(usual());
        settings.addAll(List.of(overrides));
        context = start();
    }

    private List<String> usual() {
        return List.of(
                "KAFKA_BOOTSTRAP_SERVERS=" + TestBroker.shared().addresses(),
                "KAFKA_REPLICATION_FACTOR=1",
                "spring.lifecycle.timeout-per-shutdown-phase=1s",
                "DATABASE_URL=" + databaseUrl,
                "DATABASE_USERNAME=root",
                "DATABASE_PASSWORD=",
                "DATABASE_DIALECT=org.hibernate.dialect.MariaDBDialect",
                "MANAGEMENT_ADDRESS=127.0.0.1",
                "GATEWAY_MANAGEMENT_PORT=0",
                "GATEWAY_BIND_ADDRESS=127.0.0.1",
                "GATEWAY_PORT=0",
                "GATEWAY_ALLOWED_ORIGINS=" + ORIGIN,
                "GATEWAY_KEY_ENCRYPTION_KEY=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "GATEWAY_OPERATOR_TOKEN=" + OPERATOR_TOKEN,
                "GATEWAY_BOOTSTRAP_USERNAME=" + ADMIN,
                "GATEWAY_BOOTSTRAP_PASSWORD=" + PASSWORD);
    }

    private ConfigurableApplicationContext start() {
        var arguments = settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
        return new SpringApplicationBuilder(GatewayApplication.class)
                .registerShutdownHook(false)
                .initializers(Gateway::ownThreads, context -> beans.accept((GenericApplicationContext) context))
                .run(arguments);
    }

    /** By default a gateway that closes ends the network threads of every other one in this JVM. */
    private static void ownThreads(ConfigurableApplicationContext context) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> resources);
    }

    /** Ends it and starts it again on the same schema and topics. */
    void restart() {
        context.close();
        context = start();
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    URI managementAt(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.management.port") + path);
    }

    /** The key that signs access tokens. */
    ECKey signingKey() {
        return context.getBean(ECKey.class);
    }

    /** The admin, who signed in once: sign-ins are limited. */
    Client admin() {
        if (admin == null) {
            admin = new Client(this).signedIn(ADMIN);
        }
        return admin;
    }

    /** Leaves no chat and no evaluation. */
    void clear() {
        run("DELETE FROM chat");
        run("DELETE FROM evaluation");
        run("DELETE FROM dead_letter");
    }

    /** Adds a user with the admin's password. */
    void addUser(String username, String role, String teamsJson) {
        run("INSERT INTO users (username, display_name, role, teams, password_hash, created_at) SELECT '" + username
                + "', '" + username + "', '" + role + "', '" + teamsJson
                + "', password_hash, created_at FROM users WHERE username = '" + ADMIN + "'");
    }

    void run(String sql) {
        jdbc.execute(sql);
    }

    /** What a query finds, each row's columns by name. */
    List<Map<String, @Nullable Object>> rows(String sql) {
        return jdbc.queryForList(sql);
    }

    @Override
    public void close() {
        context.close();
    }
}
