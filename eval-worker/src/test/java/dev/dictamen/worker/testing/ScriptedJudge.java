package dev.dictamen.worker.testing;

import dev.dictamen.contract.Usage;
import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Question;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A judge that gives prepared answers in order and remembers what it was asked. */
public final class ScriptedJudge implements Judge {
    public static final String ELSEWHERE = "(reasoning) ";

    public final List<Question> asked = new ArrayList<>();
    private final Deque<String> answers;
    private String finishReason = "stop";
    private Duration usualTime = Duration.ZERO;

    /** An answer of {@code ""} stands for no content, one that begins with {@link #ELSEWHERE} for the rest of it in the reasoning. */
    public ScriptedJudge(String... answers) {
        this.answers = new ArrayDeque<>(Arrays.asList(answers));
    }

    public ScriptedJudge stoppingAs(String reason) {
        finishReason = reason;
        return this;
    }

    public ScriptedJudge taking(Duration usual) {
        usualTime = usual;
        return this;
    }

    @Override
    public Duration usualTime() {
        return usualTime;
    }

    @Override
    public Answer ask(Question question) {
        asked.add(question);
        @Nullable String content = answers.remove();
        boolean isElsewhere = content.startsWith(ELSEWHERE);
        var said = new Completion(
                content.isEmpty() || isElsewhere ? null : content,
                isElsewhere ? content.substring(ELSEWHERE.length()) : null,
                finishReason,
                "model",
                "vllm-simulator-1",
                new Usage(10, 0, 0, 5));
        return new Answer(said, "gpu:1", 1);
    }
}
