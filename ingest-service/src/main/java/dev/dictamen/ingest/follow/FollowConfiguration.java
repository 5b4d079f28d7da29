package dev.dictamen.ingest.follow;

import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.publish.FoundTopic;
import dev.dictamen.ingest.publish.InstanceId;
import dev.dictamen.ingest.read.ReadMetrics;
import dev.dictamen.ingest.read.SourceDatabase;
import dev.dictamen.ingest.read.SourceProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaTemplate;

/** Follows a chat database where {@code SOURCE_URL} names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${source.url:}'.isBlank()")
class FollowConfiguration {
    private static final String PROGRESS = "dictamen.cdc.progress";

    @Bean
    SourceMapping sourceMapping(SourceProperties source) {
        return Mappings.of(source.mapping());
    }

    @Bean
    SourceDatabase sourceDatabase(SourceProperties source) {
        return new SourceDatabase(source.url(), source.username(), source.password());
    }

    @Bean
    ReadMetrics readMetrics(MeterRegistry registry) {
        return new ReadMetrics(registry);
    }

    @Bean
    FollowState followState() {
        return new FollowState();
    }

    @Bean
    NewTopic sourceProgressTopic(Environment environment) {
        return TopicBuilder.name(PROGRESS)
                .partitions(1)
                .replicas(replication(environment))
                .compact()
                .build();
    }

    private static short replication(Environment environment) {
        return environment.getRequiredProperty("topic-replication-factor", Short.class);
    }

    @Bean
    Follower follower(SourceParts.Parts given, KafkaProperties kafka, FollowState state, Environment environment) {
        var servers = String.join(",", kafka.getBootstrapServers());
        var connection = new EngineSettings.KafkaConnection(servers, kafka.getProperties(), replication(environment));
        Map<String, Object> client = new HashMap<>(kafka.getProperties());
        client.put("bootstrap.servers", servers);
        return new Follower(
                given,
                new EngineSettings(given.source(), given.mapping(), connection),
                new ProgressTopic(client, PROGRESS),
                state);
    }

    @Bean
    SourceParts.Parts sourceParts(
            SourceDatabase database,
            SourceMapping mapping,
            SourceProperties source,
            FoundTopic found,
            ReadMetrics metrics,
            Clock clock) {
        return new SourceParts.Parts(database, mapping, source, found, metrics, clock);
    }

    @Bean
    StatusReporter statusReporter(
            Follower follower,
            SourceParts.Parts given,
            FollowState state,
            KafkaTemplate<String, Object> kafka,
            Topics topics,
            InstanceId instance) {
        var identity = new StatusReporter.Identity(given.mapping().name(), instance.value());
        return new StatusReporter(follower, state, given.metrics(), identity, kafka, topics, given.clock());
    }
}
