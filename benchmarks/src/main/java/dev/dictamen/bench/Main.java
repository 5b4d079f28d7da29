package dev.dictamen.bench;

import dev.dictamen.bench.compare.CompareBench;
import dev.dictamen.bench.faults.FaultsBench;
import dev.dictamen.bench.ingest.IngestBench;
import dev.dictamen.bench.lanes.LanesBench;
import dev.dictamen.bench.lanes.Latency;
import dev.dictamen.bench.longchats.LongBench;
import dev.dictamen.bench.pipeline.PipelineBench;
import dev.dictamen.bench.replay.ReplayBench;
import dev.dictamen.bench.slots.SlotsBench;
import dev.dictamen.bench.upsert.UpsertBench;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dictamen bench}: runs a benchmark, prints its result as JSON and keeps it under {@code target/results}. */
@Command(
        name = "./dictamen bench",
        description = "Measures on this machine, on real processes and simulated replicas; prints the result as JSON.")
public final class Main {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path project;
    private final Terminal terminal;

    private Main(Path project, Terminal terminal) {
        this.project = project;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        var terminal = Terminal.standard();
        var project = Path.of(System.getProperty("dictamen.project", "."));
        System.exit(Commands.of(terminal, new Main(project, terminal)).execute(arguments));
    }

    @Command(description = "How full two workers keep the slots of four replicas.")
    int slots() throws Exception {
        return show("slots", SlotsBench.run(project));
    }

    @Command(description = "The whole path, from a closed chat to its row.")
    int pipeline(
            @Option(names = "--long", description = "100,000 chats, without the script: does the rate hold?")
                    boolean isLong)
            throws Exception {
        return isLong
                ? show("pipeline-long", PipelineBench.runLong(project))
                : show("pipeline", PipelineBench.run(project));
    }

    @Command(description = "Taking chats in: from a request to the topic of closed chats.")
    int ingest() throws Exception {
        return show("ingest", IngestBench.run(project));
    }

    @Command(name = "long", description = "Chats of 2 MB: what one costs, and what eighty cost live chats.")
    int longChats() throws Exception {
        return show("long", LongBench.run(project));
    }

    @Command(description = "Live chats alone and beside bulk that saturates the slots.")
    int lanes(
            @Parameters(
                            arity = "0..1",
                            defaultValue = "CONSTANT",
                            paramLabel = "load",
                            description = "replicas slow down as they fill")
                    Latency latency)
            throws Exception {
        return show("lanes", LanesBench.run(project, latency));
    }

    @Command(description = "What one bad replica costs the others.")
    int faults(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "NAME",
                            defaultValue = FaultsBench.ALL,
                            split = ",",
                            description = "default: each")
                    List<String> names)
            throws Exception {
        return show("faults", FaultsBench.run(project, names));
    }

    @Command(description = "What it costs the sink to store chats and evaluations.")
    int upsert() throws Exception {
        return show("upsert", UpsertBench.run(project));
    }

    @Command(description = "What comparing a database of a million chats with what was published costs its server.")
    int compare() throws Exception {
        return show("compare", CompareBench.run(project));
    }

    @Command(
            description =
                    "Replays: when they are quoted to end and do, beside live chats, and 100,000 chats in small heaps.")
    int replay(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "NAME",
                            defaultValue = "quote,lanes,long",
                            split = ",",
                            description = "quote, lanes, long; default: each")
                    List<ReplayBench> benches,
            @Option(
                            names = "--chats",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "replay so many, to try it out; default: as many as each is made for")
                    int chats)
            throws Exception {
        for (var bench : benches) {
            show(bench.resultName(), bench.run(project, chats));
        }
        return ExitCode.DONE;
    }

    private int show(String name, Map<String, Object> figures) throws IOException {
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", name);
        result.put("simulated", true);
        result.put("cores", Runtime.getRuntime().availableProcessors());
        result.putAll(figures);
        var text = JSON.writeValueAsString(result);
        terminal.say(text);
        var folder = Files.createDirectories(
                project.resolve("benchmarks").resolve("target").resolve("results"));
        Files.writeString(folder.resolve(name + ".json"), text);
        return ExitCode.DONE;
    }
}
