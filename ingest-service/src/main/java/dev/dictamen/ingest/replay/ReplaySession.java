package dev.dictamen.ingest.replay;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.ingest.figures.IntentRules;
import dev.dictamen.ingest.quote.History;
import dev.dictamen.ingest.quote.Quoting;
import dev.dictamen.ingest.quote.ReplicaBoard;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which this instance, and no other, runs the replays. All that is sent in a step, chats and reports, is one transaction; where
 * that fails the session is over, and the next begins where the last transaction ended. For one thread.
 */
final class ReplaySession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReplaySession.class);
    private static final long REPORT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Parts parts;
    private final OutcomeTail outcomes;
    private final SavedReplays saved;
    private final Producer<String, Object> producer;
    private final ReplayRecords records;
    private final QuoteJobs quotes;
    private final FigureJobs figures;
    private final Set<String> withFigures = new HashSet<>();
    private final Map<String, Replay> replays = new LinkedHashMap<>();
    private final ReplayChats chats;
    private long reportedAtNanos = System.nanoTime();

    /** What every session is made with. */
    record Parts(
            ReplayClients clients,
            Topics topics,
            History history,
            ReplicaBoard replicas,
            IntentRules intents,
            Clock clock) {}

    /** @param outcomes counts what comes of this session's chats; its tail is started once all wishes are known */
    ReplaySession(Parts parts, OutcomeTail outcomes, Quoting quoting) {
        this.parts = parts;
        this.outcomes = outcomes;
        this.records = new ReplayRecords(parts.topics());
        this.chats = new ReplayChats(parts.clients(), parts.topics(), parts.clock());
        this.quotes = new QuoteJobs(quoting);
        this.figures = new FigureJobs(parts.intents());
        this.producer = parts.clients().transactional();
        producer.initTransactions();
        try (var committed = parts.clients().committed()) {
            saved = SavedReplays.read(committed, parts.topics().replayProgress());
        }
    }

    /** Takes a wish, the newest of its replay or an older one. */
    void wish(ReplayOrder order) {
        var known = replays.get(order.replay());
        if (known != null) {
            known.wish(order);
            return;
        }
        var progress = saved.progress(order.replay());
        var replay = new Replay(order, progress, System.nanoTime());
        replays.put(order.replay(), replay);
        if (saved.hasFigures(order.replay())) {
            withFigures.add(order.replay());
        }
        if (progress != null && replay.isCounting()) {
            replay.countWith(outcomes.count(order.replay(), progress.outcomesFrom()));
        }
    }

    /** Whether there is something to do soon. */
    boolean isBusy() {
        return replays.values().stream().anyMatch(replay -> replay.isCounting() || replay.needsQuote());
    }

    /** Does what can be done now, and commits it. */
    void step() throws InterruptedException {
        var sending = new ArrayList<ProducerRecord<String, Object>>();
        for (var replay : replays.values()) {
            quote(replay, sending);
            follow(replay);
            describe(replay, sending);
        }
        if (outcomes.isCaughtUp()) {
            var window = new Window(parts.replicas().capacity());
            look(window.whyClosed());
            chats.addTo(sending, window.free(replays.values()), replays.values());
        }
        addReports(sending);
        commit(sending);
    }

    private void quote(Replay replay, List<ProducerRecord<String, Object>> sending) throws InterruptedException {
        if (!replay.needsQuote()) {
            quotes.cancel(replay.id());
            return;
        }
        quotes.begin(replay.order(), asks(), count(State.RUNNING));
        var quoted = quotes.take(replay.id(), parts.clock());
        if (quoted != null) {
            quoted.plan().parts(replay.id()).forEach(part -> sending.add(records.report(part)));
            replay.quoted(quoted.quote(), parts.clock().instant());
            log.info(
                    "event=replay-quoted replay={} willRun={}",
                    replay.id(),
                    quoted.quote().willRun());
        }
    }

    private Map<String, Ask> asks() {
        var asks = new HashMap<String, Ask>();
        replays.values().forEach(replay -> asks.put(replay.id(), replay.order().ask()));
        return asks;
    }

    private int count(State state) {
        return (int)
                replays.values().stream().filter(replay -> replay.is(state)).count();
    }

    private void follow(Replay replay) {
        var before = stateOf(replay);
        boolean mayBegin = replay.isBeginning();
        Map<Integer, Long> ends = mayBegin ? parts.history().ends(parts.topics().evaluation()) : Map.of();
        replay.follow(ends, parts.clock().instant());
        var now = stateOf(replay);
        if (now != before) {
            log.info(
                    "event=replay-state replay={} state={} by={}",
                    replay.id(),
                    now,
                    replay.order().by());
        }
        if (mayBegin && now == State.RUNNING) {
            var from = Objects.requireNonNull(replay.progress()).outcomesFrom();
            replay.countWith(outcomes.count(replay.id(), from));
        }
    }

    /** Says once what its chats are like. */
    private void describe(Replay replay, List<ProducerRecord<String, Object>> sending) throws InterruptedException {
        if (withFigures.contains(replay.id()) || replay.position() == 0) {
            return;
        }
        figures.begin(replay.id(), () -> chats.read(replay.id(), 0));
        var found = figures.take(replay.id());
        if (found != null) {
            withFigures.add(replay.id());
            sending.add(records.report(found));
        }
    }

    private static @Nullable State stateOf(Replay replay) {
        var progress = replay.progress();
        return progress == null ? null : progress.state();
    }

    private void look(@Nullable String why) {
        for (var replay : replays.values()) {
            if (replay.isCounting()) {
                replay.look(why, parts.clock().instant(), System.nanoTime());
                if (!replay.isCounting()) {
                    log.info("event=replay-state replay={} state={}", replay.id(), stateOf(replay));
                    outcomes.forget(replay.id());
                }
            }
        }
    }

    /** Every change goes with the chats that made it, or else twice a second. */
    private void addReports(List<ProducerRecord<String, Object>> sending) {
        long now = System.nanoTime();
        if (sending.isEmpty() && now - reportedAtNanos < REPORT_EVERY_NANOS) {
            return;
        }
        reportedAtNanos = now;
        for (var replay : replays.values()) {
            var progress = replay.progress();
            if (progress != null && replay.takeChange()) {
                sending.add(records.report(progress));
                if (!replay.is(State.RUNNING)) {
                    chats.close(replay);
                }
            }
        }
    }

    private void commit(Collection<ProducerRecord<String, Object>> sending) {
        if (!sending.isEmpty()) {
            producer.beginTransaction();
            sending.forEach(producer::send);
            producer.commitTransaction();
        }
    }

    /** What is open is aborted by whoever begins the next session. */
    @Override
    public void close() {
        quotes.close();
        figures.close();
        chats.close();
        producer.close(Duration.ZERO);
    }
}
