package dev.dictamen.ingest.idle;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.ScannedChat;
import dev.dictamen.ingest.read.SourceChats;
import dev.dictamen.ingest.read.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has open chats that nobody goes on with published as if they had closed with their last message. When it
 * really closes, or goes on, it is published again.
 */
final class IdleCloser {
    private static final Logger log = LoggerFactory.getLogger(IdleCloser.class);
    private static final int PAGE = 500;
    private static final int BATCH = 50;

    private final SourceChats chats;
    private final ChatReading reading;
    private final Duration idle;
    private final Clock clock;
    /** Chats published as idle, and when their rows said then that they had changed. */
    private Map<String, Instant> published = new HashMap<>();

    IdleCloser(SourceChats chats, ChatReading reading, Duration idle, Clock clock) {
        this.chats = chats;
        this.reading = reading;
        this.idle = idle;
        this.clock = clock;
    }

    /** Looks at every open chat once. */
    void run() throws InterruptedException {
        var idleBefore = clock.instant().minus(idle);
        Map<String, Instant> now = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        List<ScannedChat> page = chats.openPage(null, PAGE);
        while (!page.isEmpty()) {
            for (ScannedChat chat : page) {
                var changedAt = chat.changedAt() == null ? Instant.EPOCH : chat.changedAt();
                now.put(chat.key(), changedAt);
                if (changedAt.isBefore(idleBefore) && !changedAt.equals(published.get(chat.key()))) {
                    wanted.add(Wanted.idleBefore(chat.key(), idleBefore));
                }
            }
            page = chats.openPage(page.getLast().key(), PAGE);
        }
        var idleNow = publish(wanted);
        now.keySet().removeIf(key -> !idleNow.contains(key) && !published.containsKey(key));
        published = now;
    }

    private Set<String> publish(List<Wanted> wanted) throws InterruptedException {
        var idleNow = new HashSet<String>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            idleNow.addAll(reading.readAndPublish(wanted.subList(from, Math.min(wanted.size(), from + BATCH))));
        }
        if (!wanted.isEmpty()) {
            log.info("event=source-idle lookedAt={} idle={}", wanted.size(), idleNow.size());
        }
        return idleNow;
    }
}
