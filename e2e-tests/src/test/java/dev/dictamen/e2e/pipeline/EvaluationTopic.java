package dev.dictamen.e2e.pipeline;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TopicReader;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the topic of evaluations holds. For one thread. */
final class EvaluationTopic implements AutoCloseable {
    private final TopicReader<Evaluation> reader;

    EvaluationTopic(RunningStack stack) throws IOException {
        var brokers = stack.settings().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        this.reader = TopicReader.of(brokers, Evaluation.class, ContractTopics.ALL.evaluation());
    }

    /** All of a run, repeated ones as often as they are there. */
    List<Evaluation> of(String run) {
        return reader.values().stream()
                .filter(evaluation -> evaluation.runId().equals(run))
                .toList();
    }

    /** The first of each evaluation's outcomes in a run. */
    Collection<Evaluation> firstOf(String run) {
        var firsts = new LinkedHashMap<String, Evaluation>();
        of(run).forEach(evaluation -> firsts.putIfAbsent(evaluation.evaluationId(), evaluation));
        return firsts.values();
    }

    /** The newest revision of each chat that has an outcome in a run. */
    Map<String, Long> newest(String run) {
        return of(run).stream().collect(Collectors.toMap(Evaluation::chatId, Evaluation::revision, Math::max));
    }

    @Override
    public void close() {
        reader.close();
    }
}
