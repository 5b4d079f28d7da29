package dev.dictamen.ingest.replay;

import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.ingest.quote.Plan;
import dev.dictamen.kafka.TopicTail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** What the topic of reports holds, but for plans: how far each replay was when somebody last committed it. */
final class SavedReplays {
    private final Map<String, ReplayReport> byKey;

    private SavedReplays(Map<String, ReplayReport> byKey) {
        this.byKey = byKey;
    }

    /** Reads it all. */
    static SavedReplays read(Consumer<String, Object> committed, String topic) {
        return new SavedReplays(byKey(committed, topic, report -> !(report instanceof ReplayReport.Plan)));
    }

    private static Map<String, ReplayReport> byKey(
            Consumer<String, Object> committed, String topic, Predicate<ReplayReport> isKept) {
        var byKey = new HashMap<String, ReplayReport>();
        TopicTail.readAll(committed, topic, record -> {
            if (record.value() instanceof ReplayReport report && isKept.test(report)) {
                byKey.put(report.key(), report);
            }
        });
        return byKey;
    }

    ReplayReport.@Nullable Progress progress(String replay) {
        return byKey.get(replay) instanceof ReplayReport.Progress progress ? progress : null;
    }

    boolean hasFigures(String replay) {
        return byKey.containsKey(replay + "/figures");
    }

    /** @throws IllegalStateException where a part is missing */
    static Plan plan(Consumer<String, Object> committed, String topic, String replay) {
        var own = byKey(committed, topic, report -> report.replay().equals(replay));
        if (!(own.get(replay + "/plan/0") instanceof ReplayReport.Plan first)) {
            throw new IllegalStateException("no plan of replay " + replay);
        }
        List<ReplayReport.Plan> parts = IntStream.range(0, first.parts())
                .mapToObj(part -> (ReplayReport.Plan)
                        Objects.requireNonNull(own.get(replay + "/plan/" + part), "a part of the plan"))
                .toList();
        return Plan.of(parts);
    }
}
