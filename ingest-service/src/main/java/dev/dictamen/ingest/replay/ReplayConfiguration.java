package dev.dictamen.ingest.replay;

import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.InstanceId;
import dev.dictamen.ingest.figures.IntentRules;
import dev.dictamen.ingest.quote.History;
import dev.dictamen.ingest.quote.Quoting;
import dev.dictamen.ingest.quote.ReplayProperties;
import dev.dictamen.ingest.quote.ReplicaBoard;
import dev.dictamen.kafka.TopicTail;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Puts together what runs replays. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    @Bean
    ReplicaBoard replicaBoard(Clock clock) {
        return new ReplicaBoard(clock);
    }

    @Bean
    TopicTail replicaReports(ConsumerFactory<String, Object> consumers, Topics topics, ReplicaBoard board) {
        return new TopicTail(consumers, topics.replicaStatus(), "replica-reports", board);
    }

    @Bean
    History history(ConsumerFactory<String, Object> consumers, Clock clock) {
        return new History(consumers, clock);
    }

    @Bean
    Quoting quoting(History history, Topics topics, ReplicaBoard replicas, ReplayProperties properties, Clock clock) {
        return new Quoting(history, topics, replicas, properties, clock);
    }

    @Bean
    ReplayClients replayClients(
            ConsumerFactory<String, Object> consumers,
            ProducerFactory<String, Object> producers,
            Groups groups,
            InstanceId instance) {
        return new ReplayClients(consumers, producers, groups, instance);
    }

    @Bean
    ReplaySession.Parts replayParts(
            ReplayClients clients,
            Topics topics,
            History history,
            ReplicaBoard replicas,
            IntentRules intents,
            Clock clock) {
        return new ReplaySession.Parts(clients, topics, history, replicas, intents, clock);
    }

    @Bean
    ReplayRunner replayRunner(
            ConsumerFactory<String, Object> consumers, ReplaySession.Parts parts, Quoting quoting, Topics topics) {
        return new ReplayRunner(
                parts, quoting, reading -> new TopicTail(consumers, topics.evaluation(), "replay-outcomes", reading));
    }
}
