package dev.dictamen.gateway;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GatewayApplication {
    /** @param args Spring Boot's own */
    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }

    /** The time that everything here goes by. */
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
