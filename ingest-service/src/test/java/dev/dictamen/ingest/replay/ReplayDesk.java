package dev.dictamen.ingest.replay;

import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who wishes replays and watches them: history, a version of the prompt, orders, reports. For one thread. */
final class ReplayDesk implements AutoCloseable {
    static final String VERSION = "2026-11-3";
    static final JudgePrompt.Version PROMPT = new JudgePrompt.Version(
            VERSION,
            new JudgePrompt.Texts("Evaluate.", "{delimiter}{chat}{delimiter}", "{errors}"),
            "{}",
            new JudgePrompt.Parameters(0.2, 7, 1500),
            "eval-worker",
            Instant.parse("2026-11-01T12:00:00Z"));
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestBroker broker;
    private final TopicReader<ReplayReport> reports;
    private final Map<String, ReplayOrder> orders = new HashMap<>();

    ReplayDesk(TestBroker broker) {
        this.broker = broker;
        this.reports = TopicReader.of(broker.addresses(), ReplayReport.class, TOPICS.replayProgress());
        broker.create(TOPICS.closed(), TOPICS.backlog(), TOPICS.replay(), TOPICS.evaluation());
        broker.send(
                TOPICS.judgePrompt(),
                PROMPT,
                new JudgePrompt.Live(Ask.with(VERSION), null, null, "eval-worker", Instant.now()));
    }

    /** Chats that were closed, in the backlog. */
    List<ClosedChat> history(String prefix, int count) {
        var chats = IntStream.range(0, count)
                .mapToObj(number -> Chats.any(prefix + "-" + number))
                .toList();
        broker.send(TOPICS.backlog(), chats);
        return chats;
    }

    Progress quote(String id, Selection selection) {
        return quote(id, selection, Ask.with(VERSION), null);
    }

    Progress quote(String id, Selection selection, Ask ask, @Nullable Double rate) {
        send(new ReplayOrder(
                id,
                1,
                "a test's",
                selection,
                ask,
                Mode.COMPARE,
                new Pace(Wanted.QUOTE, null, rate),
                "test",
                Instant.now()));
        return awaitState(id, State.QUOTED);
    }

    /** Agrees to what was quoted. */
    void start(String id) {
        wish(id, Wanted.RUN, progress(id).quote().willRun());
    }

    void wish(String id, Wanted wanted) {
        wish(id, wanted, order(id).pace().confirmedTotal());
    }

    void wish(String id, Wanted wanted, @Nullable Long confirmed) {
        var before = order(id);
        send(new ReplayOrder(
                id,
                before.number() + 1,
                before.name(),
                before.selection(),
                before.ask(),
                before.mode(),
                new Pace(wanted, confirmed, before.pace().ratePerSecond()),
                "test",
                Instant.now()));
    }

    private ReplayOrder order(String id) {
        return Objects.requireNonNull(orders.get(id));
    }

    private void send(ReplayOrder order) {
        orders.put(order.replay(), order);
        broker.send(TOPICS.replayCommand(), order);
    }

    /** The last that was reported. */
    Progress progress(String id) {
        return reports.values().stream()
                .filter(Progress.class::isInstance)
                .map(Progress.class::cast)
                .filter(progress -> progress.replay().equals(id))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    Progress awaitState(String id, State state) {
        return awaitState(id, state, SOON);
    }

    Progress awaitState(String id, State state, Duration within) {
        await(id + " is " + state)
                .atMost(within)
                .until(() -> reports.values().stream()
                                .anyMatch(report -> report.key().equals(id))
                        && progress(id).state() == state
                        && progress(id).orderNumber() == order(id).number());
        return progress(id);
    }

    ReplayReport.Figures awaitFigures(String id) {
        await().atMost(SOON).until(() -> reports.keys().contains(id + "/figures"));
        return (ReplayReport.Figures) reports.of(id + "/figures").getLast().value();
    }

    @Override
    public void close() {
        reports.close();
    }
}
