package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.replicas.EndedCall;
import dev.dictamen.worker.replicas.PermitRequest;
import dev.dictamen.worker.replicas.PermitRequest.Past;
import dev.dictamen.worker.replicas.Trouble;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the calls for one question have come to, and what follows: where it goes next, after what pause, whether it is given up.
 * It is when it has broken as many calls as there are replicas, and three more, each on a replica that answers others. For one
 * thread, once.
 */
final class Tries {
    private static final int MORE_BREAKS = 3;
    /** A generated token costs about as much as two tokens of the prompt. */
    private static final int OUTPUT_FACTOR = 2;

    private static final int EXPECTED_OUTPUT_TOKENS = 500;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LAST_PAUSE_MS = 2_000;
    private static final int MOST_DOUBLINGS = 6;

    private final Question question;
    private final int replicas;
    private int calls;
    private int failures;
    private int breaks;
    private Past past = Past.CLEAN;
    private @Nullable String avoided;

    Tries(Question question, int replicas) {
        this.question = question;
        this.replicas = replicas;
        this.avoided = question.routing().avoided();
    }

    PermitRequest request() {
        var routing = question.routing();
        long output = Math.min(EXPECTED_OUTPUT_TOKENS, question.sampling().maxTokens());
        long weight = question.wording().tokens() + OUTPUT_FACTOR * output;
        return new PermitRequest(routing.lane(), routing.timing().since(), weight, routing.preferred(), avoided, past);
    }

    /** The name of a call that begins now: the evaluation's, and the number of the attempt. A control is no attempt. */
    String name(boolean isControl) {
        if (isControl) {
            return "control-" + question.evaluationId() + "/" + (attempt() + 1);
        }
        calls++;
        return question.evaluationId() + "/" + attempt();
    }

    /** The question as it is put now: drawn otherwise after each break, since some draws break a server and others do not. */
    Question put() {
        return breaks == 0 ? question : question.drawnOtherwise(breaks);
    }

    /** Calls made with the question itself. */
    int calls() {
        return calls;
    }

    /** Number of the last of them over the whole evaluation. */
    int attempt() {
        return question.attempt() + calls - 1;
    }

    /** A refusal that was not believed: whether others are refused too is to be asked. */
    void refused(EndedCall ended) {
        note(ended, Past.SUSPECT);
    }

    /** @throws RefusedQuestionException when it is given up */
    void failed(EndedCall ended, Trouble trouble, String cause) {
        note(ended, after(trouble));
        breaks += ended.blamesQuestion() ? 1 : 0;
        if (breaks >= replicas + MORE_BREAKS) {
            throw RefusedQuestionException.afterFailures(
                    "no answer " + breaks + " times from replicas that answer others; the last time: " + cause,
                    attempt());
        }
    }

    private Past after(Trouble trouble) {
        if (trouble == Trouble.RESET && past == Past.CLEAN) {
            return Past.RESET;
        }
        return trouble.mayBeTheQuestions() ? Past.SUSPECT : past;
    }

    private void note(EndedCall ended, Past since) {
        failures++;
        if (!ended.isControl()) {
            avoided = ended.replica();
            past = since;
        }
    }

    /** None where another replica can be asked at once, or only an idle connection was lost; else longer every time. */
    void pause() throws InterruptedException {
        boolean atOnce = failures == 1 && (past == Past.RESET || replicas > 1);
        if (!atOnce) {
            long most = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(failures - 1, MOST_DOUBLINGS));
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        }
    }
}
