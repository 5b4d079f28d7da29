package dev.dictamen.ingest.replay;

import com.carrotsearch.hppc.LongByteHashMap;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.replay.ReplayReport.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of one replay, each chat once however often it is evaluated: the last counts. Some 20 bytes a chat. Safe for all threads.
 */
final class OutcomeCount {
    private static final byte SCORED = 1;
    private static final byte SKIPPED = 2;
    private static final byte FAILED = 3;
    private static final int DIGITS = 16;
    private static final int HEX = 16;

    private final LongByteHashMap outcomes = new LongByteHashMap();
    private final long[] counts = new long[FAILED + 1];
    private @Nullable String lastFailure;

    synchronized void take(Evaluation evaluation) {
        long id = Long.parseUnsignedLong(evaluation.evaluationId().substring(0, DIGITS), HEX);
        byte outcome = switch (evaluation) {
            case Evaluation.Scored scored -> SCORED;
            case Evaluation.Skipped skipped -> SKIPPED;
            case Evaluation.Failed failed -> {
                lastFailure = failed.reason().word() + ": " + failed.detail();
                yield FAILED;
            }
        };
        byte before = outcomes.put(id, outcome);
        if (before != 0) {
            counts[before]--;
        }
        counts[outcome]++;
    }

    /** @param gone chats that could not be sent */
    synchronized Outcomes outcomes(long gone) {
        return new Outcomes(counts[SCORED], counts[SKIPPED], counts[FAILED], gone);
    }

    /** Why the last that failed did; null where none did. */
    synchronized @Nullable String lastFailure() {
        return lastFailure;
    }
}
