package dev.dictamen.gateway.testing;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A schema of its own for each context, with the sink's tables as the sink's migration makes them. */
public class GatewaySchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String url = EmbeddedMariaDb.shared()
                .emptySchema("gateway_" + UUID.randomUUID().toString().replace("-", ""));
        SinkTables.create(url);
        TestPropertyValues.of("DATABASE_URL=" + url, "DATABASE_USERNAME=root", "DATABASE_PASSWORD=")
                .applyTo(context);
    }
}
