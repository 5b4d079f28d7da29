package dev.dictamen.worker.evaluate;

import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Prompt;
import dev.dictamen.worker.judge.QuestionWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** Evaluators as the worker builds them. */
public final class Evaluators {
    private Evaluators() {}

    public static Evaluator asking(Judge judge) {
        return with(judge, properties(true, 0), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    static Evaluator with(Judge judge, EvaluationProperties properties, Clock clock, MeterRegistry meters) {
        var prompt = new Prompt();
        var metrics = new VerdictMetrics(meters);
        var model = new ModelJudging(
                judge,
                new QuestionWriter(prompt),
                prompt,
                new TimeBudget(properties, clock),
                new VerdictCache(properties, prompt),
                metrics);
        return new Evaluator(model, properties, metrics, clock);
    }

    static EvaluationProperties properties(boolean llmEnabled, int cacheSize) {
        return new EvaluationProperties(llmEnabled, true, Duration.ofSeconds(20), Duration.ofSeconds(30), cacheSize);
    }
}
