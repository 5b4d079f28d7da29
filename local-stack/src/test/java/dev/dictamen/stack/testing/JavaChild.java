package dev.dictamen.stack.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of the tests in a JVM of its own. It is killed when closed. */
public final class JavaChild implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;

    private JavaChild(Process process) {
        this.process = process;
    }

    public static JavaChild start(Class<?> main, String... arguments) throws IOException {
        var command = command(main, arguments);
        return new JavaChild(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The words that start such a JVM. */
    public static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(
                List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Reads the child's output up to this line. */
    public void awaitLine(String line) throws IOException {
        var seen = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var next = reader.readLine(); next != null; next = reader.readLine()) {
            if (next.equals(line)) {
                return;
            }
            seen.append(next).append('\n');
        }
        throw new IllegalStateException("the child ended before it said '" + line + "':\n" + seen);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
