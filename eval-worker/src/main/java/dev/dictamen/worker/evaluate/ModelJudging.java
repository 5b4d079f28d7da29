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
import dev.dictamen.worker.judge.Asking;
import dev.dictamen.worker.judge.ConditionalOnModel;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.Question.Routing;
import dev.dictamen.worker.judge.QuestionWriter;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.prompts.Prompts;
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
    private final Prompts prompts;
    private final TimeBudget time;
    private final VerdictCache cache;
    private final VerdictMetrics metrics;

    ModelJudging(
            Judge judge,
            QuestionWriter questions,
            Prompts prompts,
            TimeBudget time,
            VerdictCache cache,
            VerdictMetrics metrics) {
        this.judge = judge;
        this.prompts = prompts;
        this.questions = questions;
        this.time = time;
        this.cache = cache;
        this.metrics = metrics;
    }

    @Override
    public void awaitReady(Run run) throws InterruptedException {
        prompts.await(run.ask());
    }

    @Override
    public Rest read(Work work, Lane lane) {
        var asking = prompts.find(work.run().ask());
        return asking.isPresent() ? read(work, lane, asking.get()) : () -> withoutPrompt(work);
    }

    private Evaluation withoutPrompt(Work work) {
        metrics.count(Path.FAILED);
        var ask = work.run().ask();
        var named = ask == null ? "the live one" : ask.promptVersion();
        return work.failed(
                FailureReason.UNKNOWN_PROMPT,
                "no such version of the prompt is published: " + named,
                Provenance.NOBODY);
    }

    private Rest read(Work work, Lane lane, Asking asking) {
        var chat = work.chat();
        var transcript = Transcript.of(chat);
        var figures = Figures.of(chat);
        var routing = new Routing(lane, time.timing(chat, lane), null, null);
        var question = questions.first(asking, work.id(), routing, figures, transcript);
        if (!transcript.hasBothSides()
                || question.wording().tokens() + question.sampling().maxTokens() > Tokens.WINDOW) {
            return () -> work.skipped(SkipReason.TOO_LARGE);
        }
        if (InjectionHint.isIn(chat)) {
            return () -> asked(work, asking, question, flags(transcript, SUSPECTED_INJECTION));
        }
        var key = cache.key(transcript, figures, asking);
        return () -> {
            var known = cache.find(key);
            return known.isPresent()
                    ? reused(work, known.get())
                    : remembered(key, asked(work, asking, question, flags(transcript)));
        };
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

    private Evaluation asked(Work work, Asking asking, Question question, List<String> flags)
            throws InterruptedException {
        var questioning = new Questioning(judge, questions, time, asking, work.chat());
        try {
            return switch (questioning.ask(question)) {
                case VerdictReading.Valid valid -> scored(work, questioning, valid, flags);
                case VerdictReading.Invalid invalid -> failed(work, questioning, invalid);
            };
        } catch (RefusedQuestionException e) {
            metrics.count(Path.FAILED);
            var words = Objects.requireNonNullElse(e.getMessage(), "");
            return work.failed(e.reason(), words, provenance(questioning, e.attempts()));
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

    private static Provenance provenance(Questioning questioning, int attempts) {
        var answer = questioning.last();
        return answer == null
                ? new Provenance(null, questioning.usage(), attempts, null)
                : new Provenance(
                        judgedBy(answer, questioning.asking()),
                        questioning.usage(),
                        attempts,
                        answer.completion().forAudit());
    }

    private static JudgedBy judgedBy(Answer answer, Asking asking) {
        var completion = answer.completion();
        return new JudgedBy(
                JudgedBy.Kind.LLM,
                completion.model(),
                answer.replica(),
                completion.systemFingerprint(),
                asking.prompt().version(),
                asking.prompt().hash(),
                asking.hash(),
                completion.isSimulated());
    }

    private static Verdict flagged(Verdict verdict, List<String> flags) {
        return new Verdict(verdict.score(), verdict.reason(), verdict.improvement(), verdict.keyMessages(), flags);
    }
}
