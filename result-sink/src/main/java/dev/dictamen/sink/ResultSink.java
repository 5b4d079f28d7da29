package dev.dictamen.sink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The result-sink service. */
@SpringBootApplication
@EnableScheduling
public class ResultSink {
    public static void main(String[] arguments) {
        SpringApplication.run(ResultSink.class, arguments);
    }
}
