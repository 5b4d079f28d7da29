package dev.dictamen.bench.compare;

import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A database of a million closed chats of thirty days and a thousand open ones, of which five close every second, is followed: what its
 * server and ingest-service do in a minute without comparisons, and with one every five seconds; and once more without an
 * index by which a time finds chats.
 */
public final class CompareBench {
    private static final int CLOSED = 1_000_000;
    private static final int OPEN = 1_000;
    private static final int CLOSES_PER_SECOND = 5;
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final int EVERY_SECONDS = 5;
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final Path project;
    private final DeskDatabase desk;

    private CompareBench(Path project, DeskDatabase desk) {
        this.project = project;
        this.desk = desk;
    }

    public static Map<String, Object> run(Path project) throws Exception {
        var desk = new DeskDatabase(EmbeddedMariaDb.shared());
        Progress.say("compare: making %,d closed chats".formatted(CLOSED));
        desk.fill(CLOSED, OPEN);
        return new CompareBench(project, desk).measure();
    }

    private Map<String, Object> measure() throws Exception {
        var result = new LinkedHashMap<String, Object>();
        result.put("closedChats", CLOSED);
        result.put("openChats", OPEN);
        result.put("closesPerSecond", CLOSES_PER_SECOND);
        Progress.say("compare: without comparisons");
        var without = minute("1h");
        Progress.say("compare: every %d s, by an index".formatted(EVERY_SECONDS));
        result.put("byIndexPerComparison", added(minute(EVERY_SECONDS + "s"), without));
        desk.dropIndex();
        Progress.say("compare: every %d s, without an index".formatted(EVERY_SECONDS));
        result.put("withoutIndexPerComparison", added(minute(EVERY_SECONDS + "s"), without));
        result.put("withoutComparisonsPerMinute", without);
        return result;
    }

    /** What one comparison adds, the longer looks back of the start among them. */
    private static Map<String, Double> added(Map<String, Double> with, Map<String, Double> without) {
        double comparisons = (double) MEASURED.toSeconds() / EVERY_SECONDS;
        var added = new LinkedHashMap<String, Double>();
        with.forEach((what, value) ->
                added.put(what, Math.round(100 * (value - without.getOrDefault(what, 0.0)) / comparisons) / 100.0));
        return added;
    }

    private Map<String, Double> minute(String every) throws Exception {
        var mapping = Files.writeString(project.resolve("benchmarks/target/desk.yml"), DeskDatabase.MAPPING);
        try (var rig = Rig.start(project);
                var ingest = rig.ingest(Map.of(
                        "SOURCE_URL",
                        desk.url(),
                        "SOURCE_USERNAME",
                        desk.username(),
                        "SOURCE_PASSWORD",
                        desk.password(),
                        "SOURCE_MAPPING",
                        mapping.toString(),
                        "SOURCE_SINCE",
                        "25h",
                        "SOURCE_CHATS_PER_SECOND",
                        "5000",
                        "SOURCE_COMPARE_EVERY",
                        every,
                        "SOURCE_COMPARE_AFTER",
                        "5s"))) {
            awaitScan(ingest.service());
            try (var closing = desk.closing(CLOSES_PER_SECOND)) {
                Thread.sleep(SETTLED);
                var before = desk.counters();
                var cpu = ingest.service().cpu();
                Thread.sleep(MEASURED);
                var spent = desk.countersSince(before);
                spent.put("ingestCpuMillis", (double)
                        ingest.service().cpu().minus(cpu).toMillis());
                closing.check();
                return spent;
            }
        }
    }

    private static void awaitScan(ServiceJar service) throws InterruptedException {
        while (!service.log().contains("event=source-scan-finished")) {
            Thread.sleep(Duration.ofMillis(200));
        }
    }
}
