package dev.dictamen.ingest.replay;

import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.quote.Plan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chats of the replays that run: one of each in turn. What is wrong with one replay does not stop the others. For one thread. */
final class ReplayChats implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReplayChats.class);
    private static final int MOST_AT_ONCE = 100;
    /** What a record holds, less some room for headers that the chat did not have before. */
    private static final int MOST_BYTES = 4 * 1024 * 1024 - 8 * 1024;

    private final ReplayClients clients;
    private final Topics topics;
    private final ReplayRecords records;
    private final Clock clock;
    private final Map<String, PlannedChats> open = new HashMap<>();
    private int turn;

    ReplayChats(ReplayClients clients, Topics topics, Clock clock) {
        this.clients = clients;
        this.topics = topics;
        this.records = new ReplayRecords(topics);
        this.clock = clock;
    }

    /** Adds at most {@code free} chats to {@code sending}, and notes with each replay what it sends. */
    void addTo(List<ProducerRecord<String, Object>> sending, int free, Collection<Replay> replays) {
        int left = Math.min(free, MOST_AT_ONCE);
        var taking = new ArrayList<>(replays);
        long now = System.nanoTime();
        while (left > 0 && !taking.isEmpty()) {
            var replay = taking.get(Math.floorMod(turn++, taking.size()));
            if (!replay.takesTurn(now) || !tryToAdd(replay, sending)) {
                taking.remove(replay);
            } else {
                left--;
            }
        }
    }

    private boolean tryToAdd(Replay replay, List<ProducerRecord<String, Object>> sending) {
        try {
            return add(replay, sending);
        } catch (IllegalStateException e) {
            log.error("event=replay-held replay={}", replay.id(), e);
            var why = "its plan cannot be read (%s): cancel it and order it anew".formatted(e.getMessage());
            replay.hold(why, clock.instant());
            return false;
        }
    }

    private boolean add(Replay replay, List<ProducerRecord<String, Object>> sending) {
        var chats = open.computeIfAbsent(replay.id(), id -> read(id, replay.position()));
        switch (chats.next()) {
            case PlannedChats.Next.NotYet notYet -> {
                replay.passesTurn();
                return false;
            }
            case PlannedChats.Next.Gone gone -> replay.sent(true);
            case PlannedChats.Next.Found(var chat)
            when chat.serializedValueSize() > MOST_BYTES -> {
                log.error("event=replay-too-large replay={} chat={}", replay.id(), chat.key());
                replay.sent(true);
            }
            case PlannedChats.Next.Found(var chat) -> {
                sending.add(records.chat(chat, replay.order(), clock.instant()));
                replay.sent(false);
            }
        }
        return true;
    }

    /**
     * The chats of a plan from this position on; whoever asks closes them.
     *
     * @throws IllegalStateException where the plan is not there
     */
    PlannedChats read(String replay, long position) {
        Plan plan;
        try (var committed = clients.committed()) {
            plan = SavedReplays.plan(committed, topics.replayProgress(), replay);
        }
        return new PlannedChats(clients.raw(), plan, position);
    }

    /** Reads no more of a replay that does not run. */
    void close(Replay replay) {
        var reading = open.remove(replay.id());
        if (reading != null) {
            reading.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(PlannedChats::close);
    }
}
