package dev.dictamen.ingest.compare;

import dev.dictamen.ingest.compare.Comparison.Found;
import dev.dictamen.ingest.compare.Comparison.Span;
import dev.dictamen.ingest.compare.Following.Standing;
import dev.dictamen.ingest.gate.GateMemory;
import dev.dictamen.ingest.gate.GateMemory.Look;
import dev.dictamen.ingest.read.ChangedChats;
import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.Pace;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.kafka.RestartingThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the tables with what was published, again and again: each time what closed since the last comparison and ten minutes
 * before, and once an hour what closed in the last day, since a transaction may be committed long after the times that it writes.
 * Where no index finds chats by time it passes the whole table, a stretch each time, and the chats with the newest keys.
 */
@SourceComponent
public class Comparing extends RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(Comparing.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration FAR_EVERY = Duration.ofHours(1);
    private static final Duration FAR = Duration.ofHours(25);
    private static final int NEWEST = 1_000;
    private static final int IDS_SHOWN = 20;

    private final ChangedChats changed;
    private final GateMemory gate;
    private final Following following;
    private final LostSignals lost;
    private final CompareProperties settings;
    private final Comparison comparison;
    private @Nullable Instant farDueAt;
    private @Nullable Pass pass;
    private volatile @Nullable String hint;

    /** A pass of the whole table under way, and up to when it proves something. */
    private record Pass(ChangedChats.Sweep rows, Instant until) {}

    Comparing(
            ChangedChats changed,
            ChatReading reading,
            GateMemory gate,
            Following following,
            LostSignals lost,
            CompareProperties settings) {
        super("source-compare", STOP_WITHIN);
        this.changed = changed;
        this.gate = gate;
        this.following = following;
        this.lost = lost;
        this.settings = settings;
        this.comparison = new Comparison(reading::readAndPublish, new Pace(settings.rowsPerSecond()), new Missing());
    }

    /** Why comparisons are slow, with what mends it; empty where they are not. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    @Override
    protected void work(Stop stop) throws InterruptedException {
        long dueAt = System.nanoTime();
        while (!stop.isAsked()) {
            if (System.nanoTime() - dueAt >= 0 && compare()) {
                dueAt = System.nanoTime() + settings.every().toNanos();
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    @Override
    protected Duration pauseAfter(RuntimeException failure) {
        log.info("event=source-compare-again againIn={} reason=\"{}\"", settings.every(), failure.toString());
        return settings.every();
    }

    /** False where it cannot be done yet. */
    private boolean compare() throws InterruptedException {
        var standing = following.standing();
        var look = gate.look();
        if (standing.isEmpty() || look.isEmpty()) {
            return false;
        }
        var until = until(standing.get());
        var times = changed.indexedTimes();
        var found = times.isEmpty()
                ? stretch(standing.get(), until, look.get())
                : spans(standing.get(), until, times, look.get());
        tell(found, standing.get());
        return true;
    }

    /** The log may still name what closed after that. */
    private Instant until(Standing standing) {
        var due = changed.now().minus(settings.after());
        var dealtWith = standing.dealtWithUntil();
        return standing.isFollowing() && dealtWith.isBefore(due) ? dealtWith : due;
    }

    private Found spans(Standing standing, Instant until, List<String> times, Look look) throws InterruptedException {
        hint = null;
        boolean isFar = farDueAt == null || !until.isBefore(farDueAt);
        var from = until.minus(isFar ? FAR : OVERLAP);
        var last = standing.comparedUntil() == null ? standing.comparableFrom() : standing.comparedUntil();
        var span = new Span(later(standing.comparableFrom(), last.isBefore(from) ? last : from), until);
        var found = Found.NOTHING;
        for (var time : times) {
            if (!span.isEmpty()) {
                found = found.and(
                        comparison.pass(changed.between(time, span.from(), span.until()), span, look, Long.MAX_VALUE));
            }
        }
        if (isFar) {
            farDueAt = until.plus(FAR_EVERY);
        }
        following.comparedUntil(until);
        return found;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Found stretch(Standing standing, Instant until, Look look) throws InterruptedException {
        hint = changed.missingIndex()
                .map(index ->
                        "no index finds chats by their time, so comparing passes the whole table bit by bit: " + index)
                .orElse(null);
        var span = new Span(standing.comparableFrom(), until);
        var found = comparison.compare(changed.newest(NEWEST), span, look);
        var current = pass == null ? new Pass(changed.sweep(null), until) : pass;
        long most = settings.rowsPerSecond() * settings.every().toSeconds() / 2 + 1;
        var passed = comparison.pass(current.rows(), span, look, most);
        boolean isThrough = passed.rows() < most;
        pass = isThrough ? null : current;
        if (isThrough) {
            following.comparedUntil(current.until());
        }
        return found.and(passed);
    }

    private void tell(Found found, Standing standing) {
        int chats = found.reconciled().size();
        if (chats > 0) {
            boolean isLoss = standing.isFollowing() && !standing.isScanning();
            lost.add(chats, isLoss);
            log.warn(
                    "event=source-reconciled chats={} compared={} isLoss={} ids={}",
                    chats,
                    found.closed(),
                    isLoss,
                    found.reconciled().stream().limit(IDS_SHOWN).toList());
        }
    }
}
