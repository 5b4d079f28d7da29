package dev.dictamen.gateway.replay;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.gateway.pipeline.CompactedTopic;
import dev.dictamen.kafka.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** The topics of orders and of reports, held in memory but for plans. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    @Bean
    CompactedTopic<ReplayOrder> replayOrderTopic() {
        return new CompactedTopic<>(ReplayOrder.class, order -> true);
    }

    @Bean
    CompactedTopic<ReplayReport> replayReportTopic() {
        return new CompactedTopic<>(ReplayReport.class, report -> !(report instanceof ReplayReport.Plan));
    }

    @Bean
    TopicTail replayOrderTail(
            ConsumerFactory<?, ?> consumers, Topics topics, CompactedTopic<ReplayOrder> replayOrderTopic) {
        return new TopicTail(consumers, topics.replayCommand(), "replay-orders", replayOrderTopic);
    }

    @Bean
    TopicTail replayReportTail(
            ConsumerFactory<?, ?> consumers, Topics topics, CompactedTopic<ReplayReport> replayReportTopic) {
        return new TopicTail(consumers, topics.replayProgress(), "replay-reports", replayReportTopic);
    }
}
