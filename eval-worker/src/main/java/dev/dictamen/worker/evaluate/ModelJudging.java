package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.evaluate.VerdictMetrics.Path;
import dev.dictamen.worker.evaluate.Work.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lets a model judge a chat: writes the questions, has them asked, and says what came of it. */
@Component
class ModelJudging {
    /** The judge did not see every message whole. */
    static final String TRUNCATED = "truncated";
    /** A message seems to speak to the judge: a person should look. */
    static final String SUSPECTED_INJECTION = "suspected_injection";

    private final Judge judge;
    private final QuestionWriter questions;
    private final Prompt prompt;
    private final EvaluationProperties properties;
    private final VerdictMetrics metrics;
    private final Clock clock;

    ModelJudging(
            Judge judge,
            QuestionWriter questions,
            Prompt prompt,
            EvaluationProperties properties,
            VerdictMetrics metrics,
            Clock clock) {
        this.judge = judge;
        this.questions = questions;
        this.prompt = prompt;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @throws InterruptedException when the caller is told to stop; there is no outcome then */
    Evaluation judge(Work work, Lane lane) throws InterruptedException {
        var transcript = Transcript.of(work.chat());
        var timing = TimeBudget.of(work.chat(), lane, properties.budget(), work.startedAt());
        var question = questions.first(work.id(), lane, timing, Figures.of(work.chat()), transcript);
        if (!transcript.hasBothSides()
                || question.promptTokens() + question.sampling().maxTokens() > Tokens.WINDOW) {
            return work.skipped(SkipReason.TOO_LARGE);
        }
        var questioning = new Questioning(judge, questions, clock, work.chat());
        try {
            var reading = questioning.ask(question);
            return switch (reading) {
                case VerdictReading.Valid valid -> scored(work, questioning, valid, transcript);
                case VerdictReading.Invalid invalid -> failed(work, questioning, invalid);
            };
        } catch (RefusedQuestionException e) {
            metrics.count(Path.FAILED);
            var words = Objects.requireNonNullElse(e.getMessage(), "");
            return work.failed(FailureReason.REQUEST_REFUSED, words, source(questioning, e.attempts()));
        }
    }

    private Evaluation scored(Work work, Questioning questioning, VerdictReading.Valid reading, Transcript transcript) {
        var path = questioning.path();
        boolean salvagedOnly = path == Path.CLEAN && !reading.mended().isEmpty();
        metrics.count(salvagedOnly ? Path.SALVAGED : path);
        metrics.count(reading.mended());
        var flags = new ArrayList<String>();
        if (transcript.truncated()) {
            flags.add(TRUNCATED);
        }
        if (InjectionHint.isIn(work.chat())) {
            flags.add(SUSPECTED_INJECTION);
        }
        if (path != Path.CLEAN) {
            flags.add(word(path));
        }
        if (!reading.mended().isEmpty()) {
            flags.add(word(Path.SALVAGED));
        }
        var answer = Objects.requireNonNull(questioning.last());
        var source = source(questioning, questioning.attempts());
        return work.scored(judgedBy(answer), source, flagged(reading.verdict(), flags), false);
    }

    private Evaluation failed(Work work, Questioning questioning, VerdictReading.Invalid reading) {
        metrics.count(Path.FAILED);
        var answer = questioning.last();
        var reason =
                answer == null || answer.isEmptyOrCut() ? FailureReason.EMPTY_ANSWER : FailureReason.INVALID_VERDICT;
        return work.failed(reason, String.join("; ", reading.errors()), source(questioning, questioning.attempts()));
    }

    private Source source(Questioning questioning, int attempts) {
        var answer = questioning.last();
        return answer == null
                ? new Source(null, questioning.usage(), attempts, null)
                : new Source(judgedBy(answer), questioning.usage(), attempts, answer.content());
    }

    private JudgedBy judgedBy(Answer answer) {
        return new JudgedBy(
                JudgedBy.Kind.LLM,
                answer.model(),
                answer.replica(),
                answer.systemFingerprint(),
                prompt.version(),
                prompt.hash(),
                answer.isSimulated());
    }

    private static Verdict flagged(Verdict verdict, List<String> flags) {
        return new Verdict(verdict.score(), verdict.reason(), verdict.improvement(), verdict.keyMessages(), flags);
    }

    private static String word(Path path) {
        return path.name().toLowerCase(Locale.ROOT);
    }
}
