package dev.dictamen.ingest.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import org.junit.jupiter.api.Test;

class VerdictIndexTest {
    private static final String RUN = "r-2026";
    /** As {@link Evaluations#BY_MODEL} says. */
    private static final String ASKED = "4a3f0c";

    private final VerdictIndex index = new VerdictIndex(ASKED, run -> run.equals(RUN) ? ASKED : null);

    @Test
    void aVerdictThatWasAskedForInThisWayCountsInWhateverRun() {
        index.take(Evaluations.scored("chat-1", 7, Chats.CLOSED, Score.BAD));

        long closing = Fingerprint.of("chat-1", 7);
        assertThat(index.isAsked(closing)).isTrue();
        assertThat(index.liveScore(closing)).isEqualTo(Score.BAD);
        assertThat(index.tokensIn(closing)).isEqualTo(1870);
        assertThat(index.meanTokensOut("2026-11-1")).isEqualTo(377);
        assertThat(index.meanTokensOut("never asked")).isEqualTo(377);
        assertThat(index.isAsked(Fingerprint.of("chat-1", 8))).isFalse();
    }

    @Test
    void aVerdictThatWasAskedForOtherwiseDoesNotCount() {
        var other = new VerdictIndex("another", run -> null);

        other.take(Evaluations.scored("chat-1", 7, Chats.CLOSED, Score.BAD));

        assertThat(other.isAsked(Fingerprint.of("chat-1", 7))).isFalse();
    }

    @Test
    void aFailureIsNoVerdict() {
        index.take(new Evaluation.Failed(
                Evaluations.live("chat-1", 7, Chats.CLOSED), Evaluations.BY_MODEL, FailureReason.EMPTY_ANSWER, ""));

        assertThat(index.isAsked(Fingerprint.of("chat-1", 7))).isFalse();
        assertThat(index.hasFailedLive(Fingerprint.of("chat-1", 7))).isTrue();
        assertThat(index.liveScore(Fingerprint.of("chat-1", 7))).isNull();
    }

    @Test
    void whatARunSkippedIsSkippedForWhoeverAsksAsItDid() {
        index.take(
                new Evaluation.Skipped(Evaluations.of("chat-1", 7, RUN, Chats.MARTA, Chats.CLOSED), SkipReason.SPAM));
        index.take(new Evaluation.Skipped(Evaluations.live("chat-2", 7, Chats.CLOSED), SkipReason.SPAM));

        assertThat(index.isAsked(Fingerprint.of("chat-1", 7))).isTrue();
        assertThat(index.isAsked(Fingerprint.of("chat-2", 7))).isFalse();
    }

    @Test
    void aVerdictThatReplacesIsTheLiveOneFromThenOn() {
        var live = Evaluations.scored("chat-1", 7, Chats.CLOSED, Score.BAD);
        var head = Evaluations.of("chat-1", 7, RUN, Chats.MARTA, Chats.CLOSED);
        var of = new Evaluation.Of(
                head.evaluationId(), "chat-1", 7, RUN, head.subject(), head.timeline(), Evaluation.LIVE_RUN);
        var other = new VerdictIndex("another", run -> null);

        for (var evaluations : new VerdictIndex[] {index, other}) {
            evaluations.take(live);
            evaluations.take(
                    new Evaluation.Scored(of, Evaluations.BY_MODEL, Evaluations.verdict(Score.GREAT, "Bien."), false));
            evaluations.take(live);
        }

        long closing = Fingerprint.of("chat-1", 7);
        assertThat(index.liveScore(closing)).isEqualTo(Score.GREAT);
        assertThat(index.isAskedLive(closing)).isTrue();
        assertThat(other.isAskedLive(closing)).isFalse();
    }

    @Test
    void rulesCostNothing() {
        index.take(new Evaluation.Scored(
                Evaluations.live("chat-1", 7, Chats.CLOSED),
                new Provenance(Evaluations.BY_RULES.judgedBy(), Evaluations.BY_RULES.usage(), 0, null),
                Evaluations.verdict(Score.GOOD, "Bien."),
                true));

        assertThat(index.meanTokensOut("2026-11-1")).isNull();
        assertThat(index.isAsked(Fingerprint.of("chat-1", 7))).isFalse();
    }
}
