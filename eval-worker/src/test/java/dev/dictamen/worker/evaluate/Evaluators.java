package dev.dictamen.worker.evaluate;

import dev.dictamen.kafka.LongTexts;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.QuestionWriter;
import dev.dictamen.worker.prompts.KnownPrompts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** Evaluators as the worker builds them. */
public final class Evaluators {
    private Evaluators() {}

    public static Evaluator asking(Judge judge) {
        return with(judge, properties(0), new SimpleMeterRegistry());
    }

    static Evaluator with(Judge judge, EvaluationProperties properties, MeterRegistry meters) {
        var clock = Clock.systemUTC();
        var metrics = new VerdictMetrics(meters);
        var texts = new LongTexts();
        var model = new ModelJudging(
                judge,
                new QuestionWriter(),
                KnownPrompts.with(),
                new TimeBudget(properties, clock),
                new VerdictCache(properties),
                metrics);
        return new Evaluator(model, new RulesJudging(metrics), texts, clock);
    }

    /** As where no model judges. */
    static Evaluator byRules() {
        var rules = new RulesJudging(new VerdictMetrics(new SimpleMeterRegistry()));
        return new Evaluator(rules, rules, new LongTexts(), Clock.systemUTC());
    }

    static EvaluationProperties properties(int cacheSize) {
        return new EvaluationProperties(Duration.ofSeconds(20), Duration.ofSeconds(30), cacheSize);
    }
}
