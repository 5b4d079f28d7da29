package dev.dictamen.e2e.pipeline;

import dev.dictamen.testing.process.FreePort;
import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product as a user starts it: {@code ./dictamen run} in a process of its own, with a home of its own. */
final class RunningStack implements AutoCloseable {
    static final String USER = "admin";
    static final String PASSWORD = "una-clave-de-prueba-larga";

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration INTERRUPT_WITHIN = Duration.ofSeconds(25);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;
    private final Path home;
    private final int port;
    private final Process launcher;

    private RunningStack(Path root, Path home, int port, Process launcher) {
        this.root = root;
        this.home = home;
        this.port = port;
        this.launcher = launcher;
    }

    /** Starts the stack in {@code home}, without the demo, and returns when it says that it is usable. */
    static RunningStack start(Path home) throws IOException, InterruptedException {
        return start(home, "--no-demo");
    }

    /** The same with the demo's chats. */
    static RunningStack startWithDemo(Path home) throws IOException, InterruptedException {
        return start(home, new String[0]);
    }

    private static RunningStack start(Path home, String... options) throws IOException, InterruptedException {
        var root = Project.root();
        int port = FreePort.find();
        Files.createDirectories(home);
        var log = home.resolve("launcher-" + port + ".out");
        var words = new ArrayList<>(List.of("run", "--port", Integer.toString(port)));
        words.addAll(List.of(options));
        var builder = command(root, home, words.toArray(String[]::new));
        var launcher = builder.redirectOutput(log.toFile()).start();
        var stack = new RunningStack(root, home, port, launcher);
        stack.awaitReady(log);
        return stack;
    }

    private static ProcessBuilder command(Path root, Path home, String... arguments) {
        var words = new ArrayList<>(List.of(root.resolve("dictamen").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("DICTAMEN_HOME", home.toString());
        builder.environment().put("GATEWAY_BOOTSTRAP_PASSWORD", PASSWORD);
        builder.environment().put("GATEWAY_BOOTSTRAP_USERNAME", USER);
        return builder;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.readString(log).contains("http://localhost:" + port)) {
            if (launcher.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                launcher.destroy();
                throw new IllegalStateException("the stack did not become usable:\n" + Files.readString(log));
            }
        }
    }

    boolean isRunning() {
        return launcher.isAlive();
    }

    String address() {
        return "http://localhost:" + port;
    }

    Path home() {
        return home;
    }

    /** Runs one command of the launcher against this stack and waits for it. */
    CommandResult run(String... arguments) throws IOException, InterruptedException {
        var process = command(root, home, arguments).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandResult(process.waitFor(), output);
    }

    /** Starts one command of the launcher against this stack; its output goes to a file of the home. */
    Process begin(String... arguments) throws IOException {
        return command(root, home, arguments)
                .redirectOutput(home.resolve("command.out").toFile())
                .start();
    }

    JsonNode status() throws IOException, InterruptedException {
        var result = run("status", "-o", "json");
        if (result.exitCode() != 0) {
            throw new IllegalStateException("status: " + result.output());
        }
        return JSON.readTree(result.output());
    }

    Ledger ledger() throws IOException, InterruptedException {
        return JSON.treeToValue(status().get("ledger"), Ledger.class);
    }

    /** The addresses and secrets of this run, by their .env keys. */
    Map<String, String> settings() throws IOException {
        var properties = new Properties();
        for (var file : List.of("secrets.env", "stack.env")) {
            try (var reader = Files.newBufferedReader(home.resolve(file))) {
                properties.load(reader);
            }
        }
        var settings = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    long pidOf(String part) throws IOException {
        return Long.parseLong(Files.readString(home.resolve("run").resolve(part + ".pid"))
                .strip()
                .split("\\s+")[0]);
    }

    /** SIGKILL to one part. */
    void kill(String part) throws IOException {
        ProcessHandle.of(pidOf(part)).orElseThrow().destroyForcibly();
    }

    /** SIGKILL to the launcher itself: its children are orphans now. */
    void killLauncher() throws InterruptedException {
        launcher.destroyForcibly().waitFor();
    }

    /**
     * Ctrl-C, and waits until everything has stopped. Who runs the tests in the background of a shell without job control has
     * interrupts ignored by all children: those are ended by SIGTERM, which the launcher takes for the same.
     */
    @Override
    public void close() throws IOException {
        if (!launcher.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(launcher.pid()))
                    .start()
                    .waitFor();
            if (!launcher.waitFor(INTERRUPT_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroy();
            }
            if (!launcher.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("the stack did not stop within " + STOPPED_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a command said and how it ended. */
    record CommandResult(int exitCode, String output) {}

    /** The account of every closed chat. */
    record Ledger(long closed, long scored, long skipped, long failed, long inFlight) {
        boolean isComplete() {
            return inFlight == 0 && closed == scored + skipped + failed;
        }
    }
}
