package dev.dictamen.sink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process result-sink. Its settings: {@code application.yml}; any number of instances share the work. */
@SpringBootApplication
public class SinkApplication {
    /** Runs until it is told to stop; a batch under way is finished first. */
    public static void main(String[] arguments) {
        SpringApplication.run(SinkApplication.class, arguments);
    }
}
