package dev.dictamen.ingest.replay;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.ingest.figures.ConversationFigures;
import dev.dictamen.ingest.figures.IntentRules;
import dev.dictamen.kafka.ContractJson;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Tells what the chats of replays are like, beside those that run, one replay at a time. For one thread. */
final class FigureJobs implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FigureJobs.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("replay-figures").daemon().factory());
    private final Map<String, Future<Figures>> jobs = new HashMap<>();
    private final IntentRules rules;

    FigureJobs(IntentRules rules) {
        this.rules = rules;
    }

    /** Begins, unless that was begun before. */
    void begin(String replay, Supplier<PlannedChats> chats) {
        jobs.computeIfAbsent(replay, same -> thread.submit(() -> figures(replay, chats)));
    }

    /** What was found, once; null until then. */
    @Nullable
    Figures take(String replay) throws InterruptedException {
        var job = jobs.get(replay);
        if (job == null || !job.isDone()) {
            return null;
        }
        jobs.remove(replay);
        try {
            return job.get();
        } catch (ExecutionException e) {
            log.error("event=replay-without-figures replay={}", replay, e.getCause());
            return new ConversationFigures(rules).of(replay);
        }
    }

    private Figures figures(String replay, Supplier<PlannedChats> chats) throws InterruptedException {
        var figures = new ConversationFigures(rules);
        try (var planned = chats.get()) {
            while (planned.hasNext()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("told to stop");
                }
                if (planned.next() instanceof PlannedChats.Next.Found(var record)) {
                    add(figures, record.value());
                }
            }
        }
        return figures.of(replay);
    }

    private static void add(ConversationFigures figures, byte[] json) {
        try {
            figures.add(ContractJson.mapper().readValue(json, ClosedChat.class));
        } catch (JacksonException e) {
            throw new IllegalStateException("planned, and not a closed chat", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
