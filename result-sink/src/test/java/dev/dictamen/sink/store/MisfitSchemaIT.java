package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.RealMySql;
import dev.dictamen.testing.database.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A schema that was changed by hand stops the start, under the settings of production, instead of the first batch. */
class MisfitSchemaIT {
    private static final String SCHEMA = "misfit";

    @Configuration(proxyBeanMethods = false)
    @EntityScan
    static class Entities {}

    static Stream<TestDatabase> servers() {
        return RealMySql.isAvailable()
                ? Stream.of(EmbeddedMariaDb.shared(), RealMySql.shared())
                : Stream.of(EmbeddedMariaDb.shared());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theColumnThatDoesNotFitIsNamed(TestDatabase server) {
        var starting = on(server);
        starting.run(started -> assertThat(started).hasNotFailed());

        server.run(SCHEMA, "ALTER TABLE evaluation MODIFY attempts VARCHAR(9) NOT NULL");
        starting.run(stopped -> assertThat(stopped)
                .getFailure()
                .hasStackTraceContaining("wrong column type encountered in column [attempts] in table [evaluation]"));

        server.run(SCHEMA, "ALTER TABLE evaluation DROP COLUMN attempts");
        starting.run(stopped -> assertThat(stopped)
                .getFailure()
                .hasStackTraceContaining("missing column [attempts] in table [evaluation]"));
    }

    private static ApplicationContextRunner on(TestDatabase server) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues(
                        "DATABASE_URL=" + server.emptySchema(SCHEMA),
                        "DATABASE_USERNAME=" + server.username(),
                        "DATABASE_PASSWORD=" + server.password(),
                        "DATABASE_DIALECT=" + server.dialect());
    }
}
