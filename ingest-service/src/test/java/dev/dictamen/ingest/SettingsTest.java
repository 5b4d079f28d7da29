package dev.dictamen.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The settings: every key has its place in application.yml, and a wrong value stops the start with its name. */
class SettingsTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class)
            .withPropertyValues("INGEST_API_KEY=sixteen-characters", "INGEST_STATE_DIR=/var/lib/ingest");

    @Test
    void theDefaultsAreValid() {
        context.run(started -> assertThat(started).hasNotFailed());
    }

    @Test
    void aShortKeyStopsTheStart() {
        context.withPropertyValues("INGEST_API_KEY=short")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("apiKey"));
    }

    @Test
    void aNegativeAgeStopsTheStart() {
        context.withPropertyValues("BACKLOG_AFTER=-1m")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("backlog-after"));
    }

    @Test
    void anUnknownKindOfPersonalDataStopsTheStart() {
        context.withPropertyValues("PII_REDACTION=email,rut")
                .run(started ->
                        assertThat(started).getFailure().rootCause().hasMessageContainingAll("\"rut\"", "email, iban"));
    }

    @Test
    void redactionCanBeOff() {
        context.withPropertyValues("PII_REDACTION=none")
                .run(started -> assertThat(started).hasNotFailed());
    }

    @Configuration
    @ConfigurationPropertiesScan
    static class Settings {}
}
