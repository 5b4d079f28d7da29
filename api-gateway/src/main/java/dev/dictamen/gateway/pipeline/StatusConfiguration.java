package dev.dictamen.gateway.pipeline;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.Topics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The boards: how each worker finds each replica, and how each instance fares with each source. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
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
    StatusBoard<ReplicaStatus> replicaBoard(ConsumerFactory<?, ?> consumers, Topics topics) {
        return new StatusBoard<>(consumers, topics.replicaStatus(), REPLICA, Clock.systemUTC());
    }

    @Bean
    StatusBoard<SourceStatus> sourceBoard(ConsumerFactory<?, ?> consumers, Topics topics) {
        return new StatusBoard<>(consumers, topics.sourceStatus(), SOURCE, Clock.systemUTC());
    }
}
