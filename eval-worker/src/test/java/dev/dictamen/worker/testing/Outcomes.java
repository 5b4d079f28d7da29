package dev.dictamen.worker.testing;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.util.List;

/** The evaluations that a broker holds, by the beginning of their chats' ids. For one thread. */
public final class Outcomes implements AutoCloseable {
    private final TopicReader<Evaluation> reader;

    public Outcomes(TestBroker broker) {
        reader = TopicReader.of(broker.addresses(), Evaluation.class, ContractTopics.ALL.evaluation());
    }

    public List<Evaluation> of(String idPrefix) {
        return reader.values().stream()
                .filter(evaluation -> evaluation.chatId().startsWith(idPrefix))
                .toList();
    }

    /** The chats of these evaluations, one for each. */
    public List<String> chats(String idPrefix) {
        return of(idPrefix).stream().map(Evaluation::chatId).toList();
    }

    public List<Evaluation.Scored> scored(String idPrefix) {
        return of(idPrefix).stream()
                .filter(Evaluation.Scored.class::isInstance)
                .map(Evaluation.Scored.class::cast)
                .toList();
    }

    /** The chats that a model scored, each once. */
    public List<String> byModel(String idPrefix) {
        return scored(idPrefix).stream()
                .filter(scored -> scored.judge().kind() == JudgedBy.Kind.LLM)
                .map(Evaluation::chatId)
                .distinct()
                .toList();
    }

    /** The chats that have a provisional verdict, one for each verdict. */
    public List<String> provisional(String idPrefix) {
        return scored(idPrefix).stream()
                .filter(Evaluation.Scored::provisional)
                .map(Evaluation::chatId)
                .toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
