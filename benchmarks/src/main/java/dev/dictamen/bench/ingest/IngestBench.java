package dev.dictamen.bench.ingest;

import static org.awaitility.Awaitility.await;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.IngestApi;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.kafka.ContractTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Ingest-service's way, request → redacted → found → gate → closed, by JSONL and by one request a chat. */
public final class IngestBench {
    private static final int CHATS = 10_000;
    private static final int LINES_A_REQUEST = 250;
    private static final int SENDERS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Rig rig;
    private final IngestApi ingest;
    private long expected;

    private IngestBench(Rig rig, IngestApi ingest) {
        this.rig = rig;
        this.ingest = ingest;
    }

    public static Map<String, Object> run(Path project) throws Exception {
        try (var rig = Rig.start(project)) {
            return new IngestBench(rig, rig.ingest()).measure();
        }
    }

    private Map<String, Object> measure() throws Exception {
        var result = new LinkedHashMap<String, Object>();
        Progress.say("ingest: warming up");
        byLines("warm");
        byRequests("warm-one");
        result.put("chats", CHATS);
        Progress.say("ingest: %,d chats by JSONL".formatted(CHATS));
        result.put("jsonl", cost(() -> byLines("lines")));
        Progress.say("ingest: %,d chats by a request each".formatted(CHATS));
        result.put("http", cost(() -> byRequests("one")));
        return result;
    }

    /** Sends all chats; returns when they are closed. */
    private interface Sending {
        void run() throws Exception;
    }

    private Map<String, Object> cost(Sending sending) throws Exception {
        var cpu = ingest.service().cpu();
        long begun = System.nanoTime();
        sending.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double millis = ingest.service().cpu().minus(cpu).toMillis();
        return Map.of("chatsPerSecond", CHATS / seconds, "cpuMillisPerChat", millis / CHATS);
    }

    private void byLines(String prefix) throws Exception {
        var chats = chats(prefix);
        for (int from = 0; from < CHATS; from += LINES_A_REQUEST) {
            ingest.sendLines(chats.subList(from, from + LINES_A_REQUEST));
        }
        awaitClosed();
    }

    private void byRequests(String prefix) throws Exception {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var sent = chats(prefix).stream()
                    .<Future<?>>map(chat -> senders.submit(() -> {
                        ingest.sendOne(chat);
                        return chat;
                    }))
                    .toList();
            for (var one : sent) {
                one.get();
            }
        }
        awaitClosed();
    }

    private static List<ClosedChat> chats(String prefix) {
        return Stream.generate(new ChatLoad(prefix, prefix.hashCode())::next)
                .limit(CHATS)
                .toList();
    }

    private void awaitClosed() {
        expected += CHATS;
        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> rig.recordsOf(ContractTopics.ALL.closed()) + rig.recordsOf(ContractTopics.ALL.backlog())
                        >= expected);
    }
}
