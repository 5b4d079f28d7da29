package dev.dictamen.stack.boot;

import java.util.List;
import java.util.Optional;

/**
 * What was asked of {@code ./dictamen run}.
 *
 * @param port the gateway's port
 */
record RunOptions(boolean demo, int port) {
    static final String USAGE = "Usage: ./dictamen run [--no-demo] [--port N]";
    private static final int HIGHEST_PORT = 65535;

    /** Nothing when the arguments make no sense. */
    static Optional<RunOptions> parse(List<String> arguments, int usualPort) {
        boolean demo = true;
        int port = usualPort;
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var word = words.next();
            if (word.equals("--no-demo")) {
                demo = false;
            } else if (word.equals("--port") && words.hasNext()) {
                port = number(words.next());
            } else {
                return Optional.empty();
            }
        }
        return port > 0 && port <= HIGHEST_PORT ? Optional.of(new RunOptions(demo, port)) : Optional.empty();
    }

    private static int number(String word) {
        return word.matches("\\d{1,5}") ? Integer.parseInt(word) : 0;
    }
}
