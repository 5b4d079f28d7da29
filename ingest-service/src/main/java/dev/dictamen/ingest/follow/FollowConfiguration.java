package dev.dictamen.ingest.follow;

import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.publish.FoundTopic;
import dev.dictamen.ingest.publish.InstanceId;
import dev.dictamen.ingest.read.ReadMetrics;
import dev.dictamen.ingest.read.SourceDatabase;
import dev.dictamen.ingest.read.SourceProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
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
    Follower follower(SourceParts.Given given, KafkaProperties kafka, FollowState state, Environment environment) {
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
    SourceParts.Given sourceParts(
            SourceDatabase database,
            SourceMapping mapping,
            SourceProperties source,
            FoundTopic found,
            ReadMetrics metrics,
            Clock clock) {
        return new SourceParts.Given(database, mapping, source, found, metrics, clock);
    }

    @Bean
    StatusReporter statusReporter(
            Follower follower,
            SourceParts.Given given,
            FollowState state,
            KafkaTemplate<String, Object> kafka,
            Topics topics,
            InstanceId instance) {
        var identity = new StatusReporter.Identity(given.mapping().name(), instance.value());
        return new StatusReporter(follower, state, given.metrics(), identity, kafka, topics, given.clock());
    }

    /** {@code source.behind}: seconds between now and what has been followed; not a number before the first change. */
    @Bean
    MeterBinder sourceLag(FollowState state, Clock clock) {
        return registry -> Gauge.builder("source.behind", state, followed -> secondsBehind(followed, clock))
                .baseUnit("seconds")
                .register(registry);
    }

    private static double secondsBehind(FollowState state, Clock clock) {
        return state.progress()
                .filter(Progress::hasPosition)
                .map(progress -> Duration.between(progress.followedUntil(), clock.instant()))
                .map(behind -> behind.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
