package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.evaluate.Question.Timing;
import dev.dictamen.worker.evaluate.VerdictCache.Remembered;
import dev.dictamen.worker.evaluate.VerdictMetrics.Path;
import dev.dictamen.worker.evaluate.Work.Cost;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One closed chat in, one evaluation out: by the judge, by a verdict it gave before, or by rules where no model is wanted. */
@Component
public class Evaluator {
    /** The verdict is the second answer: the first broke a rule. */
    static final String REPAIRED = "repaired";
    /** The verdict is the third answer, drawn anew: two broke a rule. */
    static final String RESAMPLED = "resampled";
    /** Something of the answer was mended. */
    static final String SALVAGED = "salvaged";
    /** The verdict was given to a chat of the same content before. */
    static final String REUSED = "reused";
    /** The judge did not see every message whole. */
    static final String TRUNCATED = "truncated";
    /** A message seems to speak to the judge: a person should look. */
    static final String SUSPECTED_INJECTION = "suspected_injection";

    private static final int LATE_AT_LESS_THAN_A = 3;

    private final Dialogue dialogue;
    private final QuestionWriter questions;
    private final VerdictCache cache;
    private final VerdictMetrics metrics;
    private final EvaluationProperties properties;
    private final Clock clock;

    Evaluator(
            Dialogue dialogue,
            QuestionWriter questions,
            VerdictCache cache,
            VerdictMetrics metrics,
            EvaluationProperties properties,
            Clock clock) {
        this.dialogue = dialogue;
        this.questions = questions;
        this.cache = cache;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The outcome of a chat in a run.
     *
     * @throws InterruptedException when the caller is told to stop; there is no outcome then
     */
    public Evaluation evaluate(ClosedChat chat, String runId, Lane lane) throws InterruptedException {
        var work = Work.begin(chat, runId, clock);
        var skip = Eligibility.reasonToSkip(chat);
        if (skip.isPresent()) {
            return work.skipped(skip.get());
        }
        if (!properties.llmEnabled()) {
            return byRules(work, false);
        }
        var transcript = questions.transcript(chat);
        return transcript.isPresent()
                ? judged(work, lane, transcript.get())
                : work.skipped(SkipReason.TOO_LARGE);
    }

    /**
     * What rules say of a chat while no model answers; the model's verdict is to replace it. Empty where there is nothing to
     * judge, since that outcome needs no model.
     */
    public Optional<Evaluation> provisional(ClosedChat chat, String runId) {
        return Eligibility.reasonToSkip(chat).isPresent()
                        || questions.transcript(chat).isEmpty()
                ? Optional.empty()
                : Optional.of(byRules(Work.begin(chat, runId, clock), true));
    }

    /** The outcome of a chat that no evaluation could be made for by an error of ours. */
    public Evaluation failed(ClosedChat chat, String runId, String detail) {
        metrics.count(Path.FAILED);
        return Work.begin(chat, runId, clock).failed(FailureReason.INTERNAL_ERROR, detail, null, Cost.NONE);
    }

    private Evaluation byRules(Work work, boolean provisional) {
        metrics.count(Path.RULES);
        return work.scored(RulesJudge.judge(work.chat(), provisional), RulesJudge.JUDGED_BY, Cost.NONE, provisional);
    }

    private Evaluation judged(Work work, Lane lane, Transcript transcript) throws InterruptedException {
        boolean suspected = InjectionHint.isIn(work.chat());
        var known = suspected ? Optional.<Remembered>empty() : cache.find(transcript);
        if (known.isPresent()) {
            metrics.count(Path.REUSED);
            var verdict = flagged(known.get().verdict(), List.of(REUSED));
            return work.scored(verdict, known.get().judgedBy(), Cost.NONE, false);
        }
        try {
            var question = questions.first(work.id(), lane, timing(work, lane), transcript);
            return switch (dialogue.about(work.chat(), question)) {
                case Ending.Accepted accepted -> accepted(work, transcript, accepted, suspected);
                case Ending.GivenUp givenUp -> givenUp(work, givenUp);
            };
        } catch (RefusedQuestionException e) {
            metrics.count(Path.FAILED);
            var words = Objects.requireNonNullElse(e.getMessage(), "");
            return work.failed(
                    FailureReason.REQUEST_REFUSED, words, null, new Cost(Usage.NONE, e.attempts(), null));
        }
    }

    private Evaluation accepted(Work work, Transcript transcript, Ending.Accepted accepted, boolean suspected) {
        metrics.count(path(accepted));
        metrics.count(accepted.mended());
        var judgedBy = judgedBy(accepted.answer());
        var verdict = flagged(accepted.verdict(), flags(transcript, accepted, suspected));
        if (!suspected) {
            cache.remember(transcript, new Remembered(verdict, judgedBy));
        }
        return work.scored(verdict, judgedBy, Cost.of(accepted), false);
    }

    private Evaluation givenUp(Work work, Ending.GivenUp givenUp) {
        metrics.count(Path.FAILED);
        return work.failed(givenUp.reason(), givenUp.detail(), judgedBy(givenUp.answer()), Cost.of(givenUp));
    }

    /**
     * A live chat's time ends with the budget from its close. One that is taken up late gets the budget anew: late is
     * recorded, and no reason for a worse verdict.
     */
    private Timing timing(Work work, Lane lane) {
        var since = since(work.chat());
        if (lane != Lane.LIVE) {
            return new Timing(since, null);
        }
        var budget = properties.budget();
        var deadline = since.plus(budget);
        boolean isLate = work.startedAt().plus(budget.dividedBy(LATE_AT_LESS_THAN_A)).isAfter(deadline);
        return new Timing(since, isLate ? work.startedAt().plus(budget) : deadline);
    }

    private static Instant since(ClosedChat chat) {
        var closed = chat.closedAt();
        return closed != null && closed.isAfter(chat.ingestedAt()) ? closed : chat.ingestedAt();
    }

    private static Path path(Ending.Accepted accepted) {
        return switch (accepted.path()) {
            case FIRST -> accepted.mended().isEmpty() ? Path.CLEAN : Path.SALVAGED;
            case REPAIRED -> Path.REPAIRED;
            case RESAMPLED -> Path.RESAMPLED;
        };
    }

    private static List<String> flags(Transcript transcript, Ending.Accepted accepted, boolean suspected) {
        var flags = new ArrayList<String>();
        addIf(transcript.truncated(), TRUNCATED, flags);
        addIf(suspected, SUSPECTED_INJECTION, flags);
        addIf(accepted.path() == Ending.Path.REPAIRED, REPAIRED, flags);
        addIf(accepted.path() == Ending.Path.RESAMPLED, RESAMPLED, flags);
        addIf(!accepted.mended().isEmpty(), SALVAGED, flags);
        return flags;
    }

    private static void addIf(boolean holds, String flag, List<String> flags) {
        if (holds) {
            flags.add(flag);
        }
    }

    private static Verdict flagged(Verdict verdict, List<String> more) {
        var flags = new ArrayList<>(verdict.flags());
        flags.addAll(more);
        return new Verdict(verdict.score(), verdict.reason(), verdict.improvement(), verdict.keyMessages(), flags);
    }

    private JudgedBy judgedBy(Answer answer) {
        var prompt = questions.prompt();
        return new JudgedBy(
                JudgedBy.Kind.LLM,
                answer.model(),
                answer.replica(),
                answer.systemFingerprint(),
                prompt.version(),
                prompt.hash(),
                answer.isSimulated());
    }
}
