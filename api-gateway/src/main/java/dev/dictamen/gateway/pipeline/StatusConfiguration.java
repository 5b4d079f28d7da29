package dev.dictamen.gateway.pipeline;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.TopicTail;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** The boards: how each worker finds each replica, and how each instance fares with each source. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {
    static final StatusBoard.Report<ReplicaStatus> REPLICA = new StatusBoard.Report<>(
            ReplicaStatus.class,
            status -> new StatusBoard.Key(status.replica(), status.worker()),
            ReplicaStatus::reportedAt);
    static final StatusBoard.Report<SourceStatus> SOURCE = new StatusBoard.Report<>(
            SourceStatus.class,
            status -> new StatusBoard.Key(status.source(), status.instance()),
            SourceStatus::reportedAt);

    @Bean
    StatusBoard<ReplicaStatus> replicaBoard(Clock clock) {
        return new StatusBoard<>(REPLICA, clock);
    }

    @Bean
    StatusBoard<SourceStatus> sourceBoard(Clock clock) {
        return new StatusBoard<>(SOURCE, clock);
    }

    @Bean
    TopicTail replicaTail(ConsumerFactory<?, ?> consumers, Topics topics, StatusBoard<ReplicaStatus> board) {
        return tail(consumers, topics.replicaStatus(), "replica-board", board);
    }

    @Bean
    TopicTail sourceTail(ConsumerFactory<?, ?> consumers, Topics topics, StatusBoard<SourceStatus> board) {
        return tail(consumers, topics.sourceStatus(), "source-board", board);
    }

    /** Reads whatever the topic still holds: the board forgets reports that are too old anyway. */
    private static TopicTail tail(ConsumerFactory<?, ?> consumers, String topic, String name, StatusBoard<?> board) {
        return new TopicTail(consumers, topic, name, TopicTail.fromTheBeginning(record -> board.take(record.value())));
    }
}
