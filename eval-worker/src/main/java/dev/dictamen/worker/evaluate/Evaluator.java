package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.evaluate.Question.Timing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One closed chat in, one evaluation out. At most two answers are asked for: the first, and one repair. */
@Component
public class Evaluator {
    /** The verdict is the second answer: the first broke a rule. */
    static final String REPAIRED = "repaired";
    /** The judge did not see every message whole. */
    static final String TRUNCATED = "truncated";
    /** A message seems to speak to the judge: a person should look. */
    static final String SUSPECTED_INJECTION = "suspected_injection";

    private final Judge judge;
    private final QuestionWriter questions;
    private final Prompt prompt;
    private final Clock clock;

    Evaluator(Judge judge, QuestionWriter questions, Prompt prompt, Clock clock) {
        this.judge = judge;
        this.questions = questions;
        this.prompt = prompt;
        this.clock = clock;
    }

    /**
     * The outcome of a chat in a run.
     *
     * @throws InterruptedException when the caller is told to stop; there is no outcome then
     */
    public Evaluation evaluate(ClosedChat chat, String runId, Lane lane) throws InterruptedException {
        var work = new Work(chat, EvaluationId.of(chat.chatId(), chat.revision(), runId), runId, clock.instant());
        var skip = Eligibility.reasonToSkip(chat);
        return skip.isPresent() ? skipped(work, skip.get()) : judged(work, lane);
    }

    /** The outcome of a chat that no evaluation could be made for by an error of ours. */
    public Evaluation failed(ClosedChat chat, String runId, String detail) {
        var work = new Work(chat, EvaluationId.of(chat.chatId(), chat.revision(), runId), runId, clock.instant());
        return failed(work, FailureReason.INTERNAL_ERROR, detail, 0, null);
    }

    private Evaluation judged(Work work, Lane lane) throws InterruptedException {
        var transcript = Transcript.of(work.chat);
        var question = questions.first(work.id, lane, timing(work.chat, lane), transcript);
        try {
            var first = judge.ask(question);
            var flags = flags(work.chat, transcript);
            return switch (VerdictReader.read(first.content(), work.chat)) {
                case VerdictReading.Valid valid -> scored(work, valid.verdict(), flags, first, Usage.NONE);
                case VerdictReading.Invalid invalid -> repaired(work, question, first, invalid.errors(), flags);
            };
        } catch (RefusedQuestionException e) {
            return failed(
                    work,
                    FailureReason.REQUEST_REFUSED,
                    Objects.requireNonNullElse(e.getMessage(), ""),
                    e.attempts(),
                    null);
        }
    }

    private static Timing timing(ClosedChat chat, Lane lane) {
        var closed = chat.closedAt();
        var since = closed != null && closed.isAfter(chat.ingestedAt()) ? closed : chat.ingestedAt();
        return new Timing(since, lane == Lane.LIVE ? since.plusSeconds(30) : null);
    }

    private static List<String> flags(ClosedChat chat, Transcript transcript) {
        var flags = new ArrayList<String>();
        if (transcript.truncated()) {
            flags.add(TRUNCATED);
        }
        if (InjectionHint.isIn(chat)) {
            flags.add(SUSPECTED_INJECTION);
        }
        return flags;
    }

    private Evaluation repaired(Work work, Question question, Answer first, List<String> errors, List<String> flags)
            throws InterruptedException {
        var repair = questions.repair(question, first, errors);
        var second = judge.ask(repair);
        int attempts = repair.attempt() - 1 + second.attempts();
        return switch (VerdictReader.read(second.content(), work.chat)) {
            case VerdictReading.Valid valid -> {
                flags.add(REPAIRED);
                yield scored(work, valid.verdict(), flags, counting(second, attempts), first.usage());
            }
            case VerdictReading.Invalid invalid ->
                failed(work, reasonOf(second), String.join("; ", invalid.errors()), attempts, judgedBy(second));
        };
    }

    private static FailureReason reasonOf(Answer answer) {
        return answer.isEmptyOrCut() ? FailureReason.EMPTY_ANSWER : FailureReason.INVALID_VERDICT;
    }

    private static Answer counting(Answer answer, int attempts) {
        return new Answer(
                answer.content(),
                answer.finishReason(),
                answer.model(),
                answer.replica(),
                answer.systemFingerprint(),
                answer.usage(),
                attempts);
    }

    private Evaluation scored(Work work, Verdict verdict, List<String> flags, Answer answer, Usage before) {
        var flagged =
                new Verdict(verdict.score(), verdict.reason(), verdict.improvement(), verdict.keyMessages(), flags);
        return new Evaluation.Scored(
                work.id,
                work.chat.chatId(),
                work.chat.revision(),
                work.runId,
                work.chat.subject(),
                timeline(work),
                judgedBy(answer),
                answer.usage().plus(before),
                answer.attempts(),
                flagged,
                false,
                answer.content());
    }

    private Evaluation skipped(Work work, SkipReason reason) {
        return new Evaluation.Skipped(
                work.id,
                work.chat.chatId(),
                work.chat.revision(),
                work.runId,
                work.chat.subject(),
                timeline(work),
                reason);
    }

    private Evaluation failed(
            Work work, FailureReason reason, String detail, int attempts, @Nullable JudgedBy judgedBy) {
        return new Evaluation.Failed(
                work.id,
                work.chat.chatId(),
                work.chat.revision(),
                work.runId,
                work.chat.subject(),
                timeline(work),
                reason,
                detail,
                attempts,
                judgedBy,
                Usage.NONE,
                null);
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

    private Timeline timeline(Work work) {
        return new Timeline(work.chat.closedAt(), work.chat.ingestedAt(), work.startedAt, clock.instant());
    }

    private record Work(ClosedChat chat, String id, String runId, Instant startedAt) {}
}
