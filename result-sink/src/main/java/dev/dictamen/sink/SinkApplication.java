package dev.dictamen.sink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The process result-sink. Its settings: {@code application.yml}; any number of instances share the work. What a repository
 * adds to Spring Data's own is in the class that ends in {@code ByJdbc}.
 */
@SpringBootApplication
@EnableJpaRepositories(repositoryImplementationPostfix = "ByJdbc")
public class SinkApplication {
    /** Runs until it is told to stop; a batch under way is finished first. */
    public static void main(String[] arguments) {
        SpringApplication.run(SinkApplication.class, arguments);
    }
}
