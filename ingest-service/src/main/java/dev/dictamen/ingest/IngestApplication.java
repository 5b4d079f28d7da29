package dev.dictamen.ingest;

import dev.dictamen.ingest.inspect.InspectCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** ingest-service: the door through which closed chats enter. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {
    /** Starts the service; it is ready when the gate runs. With {@code inspect} first: looks into a chat database instead. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("inspect")) {
            System.exit(inspect(List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(IngestApplication.class, args);
    }

    private static int inspect(List<String> arguments) {
        LoggingSystem.get(IngestApplication.class.getClassLoader()).beforeInitialize();
        var environment = new StandardEnvironment();
        return new InspectCommand(variable -> environment.getProperty(variable, "")).run(arguments, System.out);
    }
}
