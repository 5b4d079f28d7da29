package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.ScannedChat;
import dev.dictamen.ingest.read.SourceChats;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the whole chat table in the order of its keys, page by page, and has the closed chats read that changed since a
 * time. Its place is stored after each page, when what the page gave is safe on Kafka.
 */
@SourceComponent
class HistoryScan {
    private static final Logger log = LoggerFactory.getLogger(HistoryScan.class);
    private static final int PAGE = 500;
    private static final int BATCH = 50;
    private static final Duration REPORT = Duration.ofSeconds(5);

    private final SourceChats chats;
    private final ChatReading reading;
    private final Clock clock;

    HistoryScan(SourceChats chats, ChatReading reading, Clock clock) {
        this.chats = chats;
        this.reading = reading;
        this.clock = clock;
    }

    /** Where a scan keeps its place. */
    interface Place {
        Progress.Scan now();

        /** Returns when it is safe. */
        void move(Progress.Scan scan) throws InterruptedException;
    }

    /** Goes on from its place to the end of the table. */
    void run(Place place) throws InterruptedException {
        log.info(
                "event=source-scan-started since={} after={} total={}",
                place.now().since(),
                place.now().last(),
                place.now().total());
        var reportAt = clock.instant().plus(REPORT);
        while (!place.now().isFinished()) {
            var scan = place.now();
            List<ScannedChat> page = page(scan.last());
            if (page.isEmpty()) {
                place.move(scan.finished(clock.instant()));
            } else {
                read(page, scan.since());
                place.move(scan.passed(page.getLast().key(), page.size()));
            }
            if (clock.instant().isAfter(reportAt)) {
                log.info(
                        "event=source-scan done={} total={}",
                        place.now().done(),
                        place.now().total());
                reportAt = clock.instant().plus(REPORT);
            }
        }
        log.info(
                "event=source-scan-finished since={} chats={}",
                place.now().since(),
                place.now().done());
    }

    /** A page that fails is halved until what fails is one row: of that no more is known than its key. */
    private List<ScannedChat> page(@Nullable String last) {
        int size = PAGE;
        while (true) {
            try {
                return chats.page(last, size);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                if (chats.isOfAll(e)) {
                    throw e;
                }
                if (size == 1) {
                    return chats.keyAfter(last).map(key -> new ScannedChat(key, true, null)).stream()
                            .toList();
                }
                size /= 2;
            }
        }
    }

    private void read(List<ScannedChat> page, Instant since) throws InterruptedException {
        var wanted = page.stream()
                .filter(chat -> chat.isClosed() && isSince(chat, since))
                .map(chat -> Wanted.scanned(chat.key()))
                .toList();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            reading.readAndPublish(wanted.subList(from, Math.min(wanted.size(), from + BATCH)));
        }
    }

    /** A closed chat that does not say when it changed is rather read than missed. */
    private static boolean isSince(ScannedChat chat, Instant since) {
        return chat.changedAt() == null || !chat.changedAt().isBefore(since);
    }
}
