package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.source.SourceComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chats that the log calls closed and their rows do not: a transaction in two phases (XA) stands in the log from its PREPARE on,
 * and in the tables from its COMMIT on. Each is read again, later each time, for an hour. Safe for use by several threads.
 */
@SourceComponent
class LoggedAhead {
    private static final int MOST = 10_000;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
            return size() > MOST;
        }
    };

    LoggedAhead(Clock clock) {
        this.clock = clock;
    }

    /** Since when, how long it waits this time, and until when; {@link Instant#MAX} while it is being read. */
    private record Waiting(Instant since, Duration pause, Instant dueAt) {
        boolean isGivenUp(Instant now) {
            return now.isAfter(since.plus(GIVEN_UP_AFTER));
        }
    }

    /** The chat was read, and its row still does not say that it closed. */
    synchronized void add(String key) {
        var now = clock.instant();
        var before = waiting.get(key);
        if (before == null) {
            waiting.put(key, new Waiting(now, FIRST, now.plus(FIRST)));
        } else {
            var doubled = before.pause().multipliedBy(2);
            var pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
            waiting.put(key, new Waiting(before.since(), pause, now.plus(pause)));
        }
    }

    /** The chats to read again now. */
    synchronized List<String> takeDue() {
        var now = clock.instant();
        waiting.values().removeIf(chat -> chat.isGivenUp(now));
        var due = new ArrayList<String>();
        waiting.replaceAll((key, chat) -> {
            if (chat.dueAt().isAfter(now)) {
                return chat;
            }
            due.add(key);
            return new Waiting(chat.since(), chat.pause(), Instant.MAX);
        });
        return due;
    }
}
