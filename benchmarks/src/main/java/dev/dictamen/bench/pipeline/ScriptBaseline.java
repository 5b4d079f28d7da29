package dev.dictamen.bench.pipeline;

import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.process.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The asyncio script that a user would write today, run on the same replicas and database; it lies beside the project and
 * needs Python packages, so it may be absent. It asks without a rubric, checks nothing and survives nothing.
 */
final class ScriptBaseline {
    private static final String PACKAGES = "aiohttp, uvloop, sqlalchemy.ext.asyncio, aiomysql";
    private static final Pattern RATE = Pattern.compile("rate=([0-9.]+)/s");

    private ScriptBaseline() {}

    /** Its figures, or why there are none. */
    static Map<String, Object> run(Path project, EmbeddedMariaDb database, int chats)
            throws IOException, InterruptedException {
        var folder = Path.of(Objects.requireNonNullElse(
                System.getenv("DICTAMEN_SCRIPT_BASELINE"),
                project.resolve("../shared/tools/script-baseline").toString()));
        if (!Files.exists(folder.resolve("e2e.py"))) {
            return Map.of("skipped", "there is no " + folder.resolve("e2e.py"));
        }
        var python = python(folder);
        if (python.isEmpty()) {
            return Map.of("skipped", "Python lacks one of " + PACKAGES);
        }
        Progress.say("pipeline: the script, %,d chats".formatted(chats));
        database.emptySchema("ev");
        return measure(new Script(folder, python.get(), chats), project, database);
    }

    /** The script's folder, the Python that can run it, and for how many chats. */
    private record Script(Path folder, String python, int chats) {}

    /** The first on the path, or the system's own, that has the packages. */
    private static Optional<String> python(Path folder) throws InterruptedException {
        for (var python : List.of("python3", "/usr/bin/python3")) {
            if (exitOf(List.of(python, "-c", "import " + PACKAGES), folder) == 0) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> measure(Script script, Path project, EmbeddedMariaDb database)
            throws IOException, InterruptedException {
        var work = Files.createDirectories(project.resolve("benchmarks/target/script"));
        int first = FreePort.find();
        int second = FreePort.find();
        writeScript(script.folder, work, List.of(first, second), port(database));
        exitOf(
                List.of(
                        script.python,
                        script.folder.resolve("chats.py").toAbsolutePath().toString()),
                work);
        repeat(work.resolve("chats.jsonl"), script.chats);
        try (var one = replica(first);
                var two = replica(second)) {
            var process = new ProcessBuilder(
                            script.python, "e2e.py", Integer.toString(script.chats), "" + PipelineBench.IN_FLIGHT)
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var rate = RATE.matcher(said);
            return rate.find()
                    ? Map.of("chatsPerSecond", Double.valueOf(rate.group(1)), "said", said.strip())
                    : Map.of("skipped", "it failed: " + said.strip());
        }
    }

    private static Replicas replica(int port) {
        return Replicas.start(
                1,
                Stream.concat(
                                Stream.of("--port=" + port, "--served-model-name=gpt-oss-20b"),
                                Stream.of(PipelineBench.latency()))
                        .toArray(String[]::new));
    }

    /** Its ports are fixed; they are replaced by free ones. */
    private static void writeScript(Path folder, Path work, List<Integer> replicas, String database)
            throws IOException {
        var script = Files.readString(folder.resolve("e2e.py"))
                .replace("8101", replicas.getFirst().toString())
                .replace("8102", replicas.getLast().toString())
                .replace("33990", database);
        Files.writeString(work.resolve("e2e.py"), script);
    }

    private static String port(EmbeddedMariaDb database) {
        return Integer.toString(
                URI.create(database.serverUrl().substring("jdbc:".length())).getPort());
    }

    /** As many chats as are asked for, each with its own id. */
    private static void repeat(Path file, int chats) throws IOException {
        var lines = Files.readAllLines(file);
        var more = new StringBuilder();
        for (int i = 0; i < chats; i++) {
            more.append(lines.get(i % lines.size()).replaceFirst("\"id\": \\d+", "\"id\": " + i))
                    .append('\n');
        }
        Files.writeString(file, more);
    }

    private static int exitOf(List<String> command, Path folder) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notInstalled) {
            return -1;
        }
    }
}
