package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.evaluate.VerdictMetrics.Path;
import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.ConditionalOnModel;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.QuestionWriter;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.transcript.Figures;
import dev.dictamen.worker.transcript.InjectionHint;
import dev.dictamen.worker.transcript.Tokens;
import dev.dictamen.worker.transcript.Transcript;
import dev.dictamen.worker.verdict.VerdictReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Lets a model judge a chat: writes the questions, has them asked, and says what came of it. */
@Component
@Primary
@ConditionalOnModel
class ModelJudging implements Judging {
    /** The judge did not see every message whole. */
    static final String TRUNCATED = "truncated";
    /** A message seems to speak to the judge: a person should look. */
    static final String SUSPECTED_INJECTION = "suspected_injection";

    private final Judge judge;
    private final QuestionWriter questions;
    private final TimeBudget time;
    private final VerdictCache cache;
    private final VerdictMetrics metrics;

    ModelJudging(Judge judge, QuestionWriter questions, TimeBudget time, VerdictCache cache, VerdictMetrics metrics) {
        this.judge = judge;
        this.questions = questions;
        this.time = time;
        this.cache = cache;
        this.metrics = metrics;
    }

    @Override
    public Rest read(Work work, Lane lane) {
        var chat = work.chat();
        var transcript = Transcript.of(chat);
        var figures = Figures.of(chat);
        var question = questions.first(work.id(), lane, time.timing(chat, lane), figures, transcript);
        if (!transcript.hasBothSides()
                || question.wording().tokens() + question.sampling().maxTokens() > Tokens.WINDOW) {
            return () -> work.skipped(SkipReason.TOO_LARGE);
        }
        if (InjectionHint.isIn(chat)) {
            return () -> asked(work, question, flags(transcript, SUSPECTED_INJECTION));
        }
        var key = cache.key(transcript, figures, question.sampling());
        return () -> reusedOrAsked(work, key, question, flags(transcript));
    }

    private Evaluation reusedOrAsked(Work work, String key, Question question, List<String> flags)
            throws InterruptedException {
        var known = cache.find(key);
        return known.isPresent() ? reused(work, known.get()) : remembered(key, asked(work, question, flags));
    }

    private static List<String> flags(Transcript transcript, String... more) {
        var flags = new ArrayList<String>();
        if (transcript.truncated()) {
            flags.add(TRUNCATED);
        }
        flags.addAll(List.of(more));
        return flags;
    }

    private Evaluation remembered(String key, Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Scored scored) {
            cache.remember(key, scored.verdict(), scored.judge());
        }
        return evaluation;
    }

    private Evaluation reused(Work work, VerdictCache.Remembered known) {
        metrics.count(Path.REUSED);
        var flags = new ArrayList<>(known.verdict().flags());
        flags.add(Path.REUSED.word());
        var by = new Provenance(known.judgedBy(), Usage.NONE, 0, null);
        return work.scored(by, flagged(known.verdict(), flags), false);
    }

    private Evaluation asked(Work work, Question question, List<String> flags) throws InterruptedException {
        var questioning = new Questioning(judge, questions, time, work.chat());
        try {
            return switch (questioning.ask(question)) {
                case VerdictReading.Valid valid -> scored(work, questioning, valid, flags);
                case VerdictReading.Invalid invalid -> failed(work, questioning, invalid);
            };
        } catch (RefusedQuestionException e) {
            metrics.count(Path.FAILED);
            var words = Objects.requireNonNullElse(e.getMessage(), "");
            return work.failed(FailureReason.REQUEST_REFUSED, words, provenance(questioning, e.attempts()));
        }
    }

    private Evaluation scored(Work work, Questioning questioning, VerdictReading.Valid reading, List<String> flags) {
        var path = questioning.path();
        boolean isMended = !reading.mended().isEmpty();
        metrics.count(path == Path.CLEAN && isMended ? Path.SALVAGED : path);
        metrics.count(reading.mended());
        if (path != Path.CLEAN) {
            flags.add(path.word());
        }
        if (isMended) {
            flags.add(Path.SALVAGED.word());
        }
        var by = provenance(questioning, questioning.attempts());
        return work.scored(by, flagged(reading.verdict(), flags), false);
    }

    private Evaluation failed(Work work, Questioning questioning, VerdictReading.Invalid reading) {
        metrics.count(Path.FAILED);
        var answer = questioning.last();
        var reason = answer == null || answer.completion().isEmptyOrCut()
                ? FailureReason.EMPTY_ANSWER
                : FailureReason.INVALID_VERDICT;
        var by = provenance(questioning, questioning.attempts());
        return work.failed(reason, String.join("; ", reading.errors()), by);
    }

    private Provenance provenance(Questioning questioning, int attempts) {
        var answer = questioning.last();
        return answer == null
                ? new Provenance(null, questioning.usage(), attempts, null)
                : new Provenance(
                        judgedBy(answer),
                        questioning.usage(),
                        attempts,
                        answer.completion().forAudit());
    }

    private JudgedBy judgedBy(Answer answer) {
        var completion = answer.completion();
        return new JudgedBy(
                JudgedBy.Kind.LLM,
                completion.model(),
                answer.replica(),
                completion.systemFingerprint(),
                questions.prompt().version(),
                questions.prompt().hash(),
                null,
                completion.isSimulated());
    }

    private static Verdict flagged(Verdict verdict, List<String> flags) {
        return new Verdict(verdict.score(), verdict.reason(), verdict.improvement(), verdict.keyMessages(), flags);
    }
}
