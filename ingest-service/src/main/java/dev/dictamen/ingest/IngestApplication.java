package dev.dictamen.ingest;

import dev.dictamen.kafka.LongTexts;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** ingest-service: the door through which closed chats enter. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {
    /** Starts the service; it is ready when the gate runs. */
    public static void main(String[] args) {
        SpringApplication.run(IngestApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LongTexts longTexts() {
        return new LongTexts();
    }
}
