package dev.dictamen.bench;

import dev.dictamen.bench.caps.CapsBench;
import dev.dictamen.bench.faults.FaultsBench;
import dev.dictamen.bench.lanes.LanesBench;
import dev.dictamen.bench.pipeline.PipelineBench;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.slots.SlotsBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dictamen bench}: runs a benchmark, prints its result as JSON and keeps it under {@code target/results}. */
public final class Main {
    private static final int USAGE = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), Path.of(System.getProperty("dictamen.project", "."))));
    }

    private static int run(List<String> arguments, Path project) throws Exception {
        var name = arguments.isEmpty() ? "" : arguments.getFirst();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        var bench = benches().get(name);
        if (bench == null) {
            Progress.say(
                    "Usage: ./dictamen bench " + String.join(" | ", benches().keySet()));
            return USAGE;
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", name);
        result.put("simulated", true);
        result.put("cores", Runtime.getRuntime().availableProcessors());
        result.putAll(bench.run(project, rest));
        var text = JSON.writeValueAsString(result);
        System.out.println(text);
        var folder = Files.createDirectories(
                project.resolve("benchmarks").resolve("target").resolve("results"));
        Files.writeString(folder.resolve(name + ".json"), text);
        return 0;
    }

    private static Map<String, Bench> benches() {
        var benches = new LinkedHashMap<String, Bench>();
        benches.put("slots", (project, rest) -> SlotsBench.run(project));
        benches.put("pipeline", (project, rest) -> PipelineBench.run(project));
        benches.put("lanes", LanesBench::run);
        benches.put("faults", FaultsBench::run);
        benches.put("caps", (project, rest) -> CapsBench.run(project));
        return benches;
    }

    /** One benchmark. */
    private interface Bench {
        Map<String, Object> run(Path project, List<String> arguments) throws Exception;
    }
}
