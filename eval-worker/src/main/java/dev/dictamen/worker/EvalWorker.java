package dev.dictamen.worker;

import dev.dictamen.kafka.LongTexts;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The eval-worker service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EvalWorker {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LongTexts longTexts() {
        return new LongTexts();
    }

    public static void main(String[] arguments) {
        // below the 5 s after which a model server closes an idle connection: none is used that is being closed
        System.setProperty("jdk.httpclient.keepalive.timeout", "4");
        SpringApplication.run(EvalWorker.class, arguments);
    }
}
