package dev.dictamen.worker.judge;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.worker.judge.Question.Routing;
import dev.dictamen.worker.judge.Question.Sampling;
import dev.dictamen.worker.judge.Question.Turn;
import dev.dictamen.worker.judge.Question.Wording;
import dev.dictamen.worker.transcript.Figures;
import dev.dictamen.worker.transcript.Tokens;
import dev.dictamen.worker.transcript.Transcript;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the chat between random delimiters as data, the rubric in the system message only, and the task after the data. */
@Component
public class QuestionWriter {
    private static final int DELIMITER_BYTES = 12;
    /** Most characters of a broken answer that are sent back with the request for a repair. */
    private static final int MAX_ANSWER = 4_000;

    /** What the harmony format adds to one more message. */
    private static final int TURN = 4;

    private static final double MORE_TEMPERATURE = 0.2;
    /** Most tokens of an answer after one that was cut. */
    private static final int MORE_ROOM = 2500;

    private final SecureRandom random = new SecureRandom();

    /** The first question about a chat. */
    public Question first(Asking asking, String evaluationId, Routing routing, Figures figures, Transcript transcript) {
        var prompt = asking.prompt();
        var task = prompt.task(delimiter(), figures, transcript.json());
        var turns = List.of(new Turn("system", prompt.instructions()), new Turn("user", task));
        var wording = new Wording(turns, prompt.systemTokens() + Tokens.estimate(task), prompt.schema());
        return new Question(evaluationId, 1, routing, wording, asking.sampling());
    }

    /** The same chat once more, with what was answered and what exactly was wrong with it, for the replica that knows it. */
    public Question repair(Asking asking, Question asked, Answer answer, List<String> errors, boolean needsRoom) {
        var turns = new ArrayList<>(asked.wording().turns());
        var content = answer.completion().content();
        if (content != null && !content.isBlank()) {
            turns.add(new Turn("assistant", shortened(content)));
        }
        turns.add(new Turn("user", asking.prompt().repair(errors)));
        var drawn = asked.sampling();
        var sampling = new Sampling(drawn.model(), drawn.temperature(), drawn.seed(), room(drawn, needsRoom));
        return new Question(
                asked.evaluationId(),
                asked.attempt() + answer.attempts(),
                to(answer.replica(), null, asked),
                longer(asked.wording(), turns),
                sampling);
    }

    /** The same question once more, drawn otherwise, for another replica than the one that gave no valid answer. */
    public Question resample(Question asked, int attempt, boolean needsRoom, Answer answer) {
        var sampling = asked.sampling();
        double warmer = Math.min(Ask.MAX_TEMPERATURE, sampling.temperature() + MORE_TEMPERATURE);
        var other = new Sampling(sampling.model(), warmer, sampling.seed() + 1, room(sampling, needsRoom));
        return new Question(asked.evaluationId(), attempt, to(null, answer.replica(), asked), asked.wording(), other);
    }

    private static int room(Sampling asked, boolean needsMore) {
        return needsMore ? Math.max(MORE_ROOM, asked.maxTokens()) : asked.maxTokens();
    }

    private static Routing to(@Nullable String preferred, @Nullable String avoided, Question asked) {
        var before = asked.routing();
        return new Routing(before.lane(), before.timing(), preferred, avoided);
    }

    private static Wording longer(Wording before, List<Turn> turns) {
        int added = turns.stream()
                .skip(before.turns().size())
                .mapToInt(turn -> TURN + Tokens.in(turn.content()))
                .sum();
        return new Wording(turns, before.tokens() + added, before.schema());
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
