package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Usage;
import dev.dictamen.worker.evaluate.VerdictMetrics.Path;
import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Asking;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.QuestionWriter;
import dev.dictamen.worker.verdict.VerdictReader;
import dev.dictamen.worker.verdict.VerdictReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions about one chat: the first, one repair of its answer, one resample; the later ones only while there is time
 * for an answer. Remembers the last answer and what all of them cost. For one thread, once.
 */
final class Questioning {
    private final Judge judge;
    private final QuestionWriter questions;
    private final TimeBudget time;
    private final Asking asking;
    private final ClosedChat chat;

    private Usage usage = Usage.NONE;
    private int attempts;
    private @Nullable Answer last;
    private boolean wasCut;
    private Path path = Path.CLEAN;

    Questioning(Judge judge, QuestionWriter questions, TimeBudget time, Asking asking, ClosedChat chat) {
        this.judge = judge;
        this.questions = questions;
        this.time = time;
        this.asking = asking;
        this.chat = chat;
    }

    /** The reading of the last answer, valid or not. */
    VerdictReading ask(Question first) throws InterruptedException {
        var answer = put(first);
        return switch (read(answer)) {
            case VerdictReading.Valid valid -> valid;
            case VerdictReading.Invalid invalid when !isTimeLeft(first) -> invalid;
            case VerdictReading.Invalid invalid -> again(first, answer, invalid.errors());
        };
    }

    private VerdictReading again(Question first, Answer answer, List<String> errors) throws InterruptedException {
        path = Path.REPAIRED;
        var repaired = put(questions.repair(asking, first, answer, errors, wasCut));
        var reading = read(repaired);
        if (reading instanceof VerdictReading.Valid || !isTimeLeft(first)) {
            return reading;
        }
        path = Path.RESAMPLED;
        return read(put(questions.resample(first, attempts + 1, wasCut, repaired)));
    }

    private Answer put(Question question) throws InterruptedException {
        attempts = question.attempt();
        var answer = judge.ask(question);
        attempts = question.attempt() - 1 + answer.attempts();
        usage = usage.plus(answer.completion().usage());
        last = answer;
        return answer;
    }

    private VerdictReading read(Answer answer) {
        var completion = answer.completion();
        var elsewhere = completion.elsewhere();
        var reading = elsewhere == null || completion.isCut()
                ? VerdictReader.read(completion.content(), chat)
                : VerdictReader.readElsewhere(elsewhere, chat);
        wasCut |= reading instanceof VerdictReading.Invalid && completion.isCut();
        return reading;
    }

    private boolean isTimeLeft(Question question) {
        return time.leavesTimeFor(judge.usualTime(), question.routing().timing());
    }

    /** The way to the last reading: clean, repaired or resampled. */
    Path path() {
        return path;
    }

    /** Null before there was one. */
    @Nullable
    Answer last() {
        return last;
    }

    /** HTTP attempts of all questions that were answered. */
    int attempts() {
        return attempts;
    }

    Asking asking() {
        return asking;
    }

    Usage usage() {
        return usage;
    }
}
