package dev.dictamen.worker.evaluate;

import dev.dictamen.worker.evaluate.Question.Sampling;
import dev.dictamen.worker.evaluate.Question.Timing;
import dev.dictamen.worker.evaluate.Question.Turn;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the chat between random delimiters as data, the rubric in the system message only, and the task after the data. */
@Component
class QuestionWriter {
    private static final int DELIMITER_BYTES = 12;
    /** Most characters of a broken answer that are sent back with the request for a repair. */
    private static final int MAX_ANSWER = 4_000;

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final Sampling SAMPLING = new Sampling(0.2, 7, 1500);

    private final Prompt prompt;
    private final SecureRandom random = new SecureRandom();

    QuestionWriter(Prompt prompt) {
        this.prompt = prompt;
    }

    Question first(String evaluationId, Lane lane, Timing timing, Transcript transcript) {
        var task = prompt.task(delimiter(), transcript.json());
        var turns = List.of(new Turn("system", prompt.instructions()), new Turn("user", task));
        return new Question(evaluationId, 1, lane, timing, turns, tokens(turns), prompt.schema(), SAMPLING, null);
    }

    /** The same chat once more, with what was answered and what exactly was wrong with it. */
    Question repair(Question asked, Answer answer, List<String> errors) {
        var turns = new ArrayList<>(asked.turns());
        turns.add(new Turn("assistant", answer.content() == null ? "" : shortened(answer.content())));
        turns.add(new Turn("user", prompt.repair(errors)));
        int attempt = asked.attempt() + answer.attempts();
        return new Question(
                asked.evaluationId(),
                attempt,
                asked.lane(),
                asked.timing(),
                turns,
                tokens(turns),
                asked.schema(),
                asked.sampling(),
                answer.replica());
    }

    private static int tokens(List<Turn> turns) {
        return turns.stream().mapToInt(turn -> turn.content().length()).sum() / CHARACTERS_PER_TOKEN;
    }

    private String delimiter() {
        var bytes = new byte[DELIMITER_BYTES];
        random.nextBytes(bytes);
        return "=====" + HexFormat.of().formatHex(bytes) + "=====";
    }

    private static String shortened(String answer) {
        return answer.length() <= MAX_ANSWER ? answer : answer.substring(0, MAX_ANSWER);
    }
}
