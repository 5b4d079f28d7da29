package dev.dictamen.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {
    /** @param args Spring Boot's own */
    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
