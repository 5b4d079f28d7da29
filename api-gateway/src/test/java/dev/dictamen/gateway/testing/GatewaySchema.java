package dev.dictamen.gateway.testing;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A schema of its own for each context, with the sink's tables as the sink's migration makes them. */
public class GatewaySchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path SINK_TABLES =
            Path.of("..", "result-sink", "src/main/resources/db/migration/sink/V001__chat_and_evaluation.sql");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String url = EmbeddedMariaDb.shared()
                .emptySchema("gateway_" + UUID.randomUUID().toString().replace("-", ""));
        createSinkTables(url);
        TestPropertyValues.of("DATABASE_URL=" + url, "DATABASE_USERNAME=root", "DATABASE_PASSWORD=")
                .applyTo(context);
    }

    private static void createSinkTables(String url) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            for (String create : Files.readString(SINK_TABLES).split(";\\R")) {
                if (create.contains("CREATE")) {
                    statement.execute(create);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the sink's tables", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
