package dev.dictamen.worker.replicas;

import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.TopicTail;
import dev.dictamen.worker.judge.ConditionalOnModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

/** The beans of this package: none where no model judges. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnModel
@Import({ReplicaPool.class, JudgeMetrics.class, UsualTime.class, ReplicaReporter.class})
class ReplicasConfiguration {
    @Bean
    TopicTail replicaCommands(ConsumerFactory<String, Object> consumers, Topics topics, ReplicaPool pool) {
        return new TopicTail(consumers, topics.replicaCommand(), "replica-commands", new ReplicaCommandReader(pool));
    }
}
