package dev.dictamen.ingest.quiet;

import dev.dictamen.ingest.read.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changed chats that wait until nothing of them has changed for the quiet time, or for ten times as long altogether. Each
 * chat waits once, whatever the number of its changes. Safe for use by several threads.
 */
final class QuietTime {
    private static final int LONGEST = 10;

    private final Duration quiet;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    QuietTime(Duration quiet) {
        this.quiet = quiet;
    }

    /** A chat to be read, and who waits for it. */
    record Waiting(Wanted wanted, Instant firstAt, Instant dueAt, List<Receipt> receipts) {}

    synchronized void add(Wanted wanted, Receipt receipt, Instant now) {
        var before = waiting.remove(wanted.key());
        var receipts = before == null ? new ArrayList<Receipt>() : before.receipts();
        receipts.add(receipt);
        var firstAt = before == null ? now : before.firstAt();
        var merged = before == null ? wanted : before.wanted().and(wanted);
        waiting.put(wanted.key(), new Waiting(merged, firstAt, due(firstAt, now), receipts));
    }

    private Instant due(Instant firstAt, Instant now) {
        var quietFrom = now.plus(quiet);
        var latest = firstAt.plus(quiet.multipliedBy(LONGEST));
        return quietFrom.isBefore(latest) ? quietFrom : latest;
    }

    /** Takes the chats that are due, at most {@code most}, the longest quiet ones first. */
    synchronized List<Waiting> take(Instant now, int most) {
        var due = new ArrayList<Waiting>();
        Iterator<Waiting> oldest = waiting.values().iterator();
        while (oldest.hasNext() && due.size() < most) {
            var chat = oldest.next();
            if (!chat.dueAt().isAfter(now)) {
                due.add(chat);
                oldest.remove();
            }
        }
        return due;
    }

    /** Puts chats back that could not be read. */
    synchronized void putBack(List<Waiting> unread, Instant dueAt) {
        for (Waiting chat : unread) {
            var since = waiting.remove(chat.wanted().key());
            var merged = since == null ? chat.wanted() : chat.wanted().and(since.wanted());
            if (since != null) {
                chat.receipts().addAll(since.receipts());
            }
            waiting.put(merged.key(), new Waiting(merged, chat.firstAt(), dueAt, chat.receipts()));
        }
    }

    synchronized int size() {
        return waiting.size();
    }
}
