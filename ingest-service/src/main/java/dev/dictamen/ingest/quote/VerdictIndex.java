package dev.dictamen.ingest.quote;

import com.carrotsearch.hppc.LongByteHashMap;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the topic of evaluations says of each closing: its live outcome, whether it was asked in one way already, and what answers cost. In
 * primitive arrays: some 60 bytes a closing. For one thread.
 */
final class VerdictIndex {
    private static final byte NONE = 0;
    private static final byte SKIPPED = 6;
    private static final byte FAILED = 7;

    private final LongByteHashMap live = new LongByteHashMap();
    private final LongHashSet asked = new LongHashSet();
    /** Closings whose live verdict is a replay's. */
    private final LongHashSet replaced = new LongHashSet();
    /** Closings whose live verdict was asked for in the replay's way. */
    private final LongHashSet liveAsked = new LongHashSet();

    private final LongIntHashMap tokensIn = new LongIntHashMap();
    private final Map<String, TokenUse> byVersion = new HashMap<>();
    private final TokenUse all = new TokenUse();
    private final String askedHash;
    private final Function<String, @Nullable String> askedHashOfRun;

    /**
     * @param askedHash the way that the replay asks in
     * @param askedHashOfRun the way that a run asks in, null where that is not known
     */
    VerdictIndex(String askedHash, Function<String, @Nullable String> askedHashOfRun) {
        this.askedHash = askedHash;
        this.askedHashOfRun = askedHashOfRun;
    }

    /** Takes in an evaluation; of one closing in one run the last counts. */
    void take(Evaluation evaluation) {
        long closing = Fingerprint.of(evaluation.chatId(), evaluation.revision());
        boolean isAskedSo = askedHash.equals(hashOf(evaluation));
        if (isAskedSo) {
            asked.add(closing);
        }
        if (standsLive(evaluation)) {
            noteLive(closing, evaluation, isAskedSo);
        }
        if (evaluation instanceof Evaluation.Scored scored
                && scored.by().usage().tokensOut() > 0) {
            var usage = scored.by().usage();
            tokensIn.put(closing, usage.tokensIn());
            all.add(usage.tokensOut());
            var version = scored.judge().promptVersion();
            if (version != null) {
                byVersion.computeIfAbsent(version, same -> new TokenUse()).add(usage.tokensOut());
            }
        }
    }

    /** A replay's scored verdict that replaces the live one stands in its place from then on. */
    private static boolean standsLive(Evaluation evaluation) {
        return evaluation.runId().equals(Evaluation.LIVE_RUN)
                || (evaluation instanceof Evaluation.Scored && Evaluation.LIVE_RUN.equals(evaluation.replaces()));
    }

    private void noteLive(long closing, Evaluation evaluation, boolean isAskedSo) {
        if (evaluation.runId().equals(Evaluation.LIVE_RUN) && replaced.contains(closing)) {
            return;
        }
        if (!evaluation.runId().equals(Evaluation.LIVE_RUN)) {
            replaced.add(closing);
        }
        if (isAskedSo) {
            liveAsked.add(closing);
        } else {
            liveAsked.remove(closing);
        }
        byte outcome = switch (evaluation) {
            case Evaluation.Scored scored -> (byte) scored.verdict().score().value();
            case Evaluation.Skipped skipped -> SKIPPED;
            case Evaluation.Failed failed -> FAILED;
        };
        live.put(closing, outcome);
    }

    /** A failure is no verdict; what was skipped is skipped however it is asked. */
    private @Nullable String hashOf(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored scored -> scored.judge().askedHash();
            case Evaluation.Skipped skipped -> askedHashOfRun.apply(skipped.runId());
            case Evaluation.Failed failed -> null;
        };
    }

    /** The live grade; null where there is none. */
    @Nullable
    Score liveScore(long closing) {
        byte outcome = live.getOrDefault(closing, NONE);
        return Arrays.stream(Score.values())
                .filter(score -> score.value() == outcome)
                .findFirst()
                .orElse(null);
    }

    boolean hasFailedLive(long closing) {
        return live.getOrDefault(closing, NONE) == FAILED;
    }

    /** Whether it has a verdict, in whatever run, that was asked for in the replay's way. */
    boolean isAsked(long closing) {
        return asked.contains(closing);
    }

    /** Whether its live verdict was asked for in the replay's way. */
    boolean isAskedLive(long closing) {
        return liveAsked.contains(closing);
    }

    /** Prompt tokens of its last verdict; 0 where they are not known. */
    int tokensIn(long closing) {
        return tokensIn.getOrDefault(closing, 0);
    }

    /** Mean tokens of an answer to this version of the prompt, or to any where it never answered; null where nothing answered. */
    @Nullable
    Double meanTokensOut(String promptVersion) {
        var own = byVersion.get(promptVersion);
        return own == null ? all.mean() : own.mean();
    }

    private static final class TokenUse {
        private long answers;
        private long tokens;

        void add(int out) {
            answers++;
            tokens += out;
        }

        @Nullable
        Double mean() {
            return answers == 0 ? null : (double) tokens / answers;
        }
    }
}
