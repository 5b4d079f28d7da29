package dev.dictamen.stack.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started.
 *
 * @param environment its whole environment; nothing is inherited
 * @param readyWithin how long it may take to become usable
 * @param stopWithin how long it may take to finish what it holds when told to stop
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Files files,
        Duration readyWithin,
        Duration stopWithin) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Where the child works, writes its log and is found again. */
    public record Files(Path workingDirectory, Path log, Path pidFile) {}
}
