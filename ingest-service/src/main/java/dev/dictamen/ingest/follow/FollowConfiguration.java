package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.InstanceId;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.quiet.ReadLoop;
import dev.dictamen.ingest.read.ChatKeys;
import dev.dictamen.ingest.read.SourceChats;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceDatabase;
import dev.dictamen.ingest.source.SourceProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What following needs from outside the module: the mapping, the database, Kafka's clients and topics, Debezium. */
@SourceComponent
@EnableScheduling
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
    ChatKeys chatKeys(SourceMapping mapping, SourceDatabase database) {
        return new ChatKeys(() -> ChatKeys.Types.of(mapping, LiveSchema.of(database.client())));
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
    ProgressTopic progressTopic(KafkaProperties kafka) {
        Map<String, Object> client = new HashMap<>(kafka.getProperties());
        client.put("bootstrap.servers", servers(kafka));
        return new ProgressTopic(client, PROGRESS);
    }

    private static String servers(KafkaProperties kafka) {
        return String.join(",", kafka.getBootstrapServers());
    }

    @Bean
    EngineSettings engineSettings(
            SourceProperties source, SourceMapping mapping, KafkaProperties kafka, Environment environment) {
        var connection =
                new EngineSettings.KafkaConnection(servers(kafka), kafka.getProperties(), replication(environment));
        return new EngineSettings(source, mapping, connection);
    }

    @Bean
    BinlogEngine.Factory binlogEngines(
            EngineSettings settings,
            ChangeReader changes,
            SourceChats chats,
            ReadLoop reading,
            FollowProgress progress) {
        return (fit, generation) -> new BinlogEngine(
                settings.of(fit, generation), new Signals(changes, chats, reading, progress::followed));
    }

    @Bean
    SourceReport.Reporter sourceReporter(InstanceId instance, Clock clock) {
        return new SourceReport.Reporter(instance, clock);
    }

    /** {@code source.behind}: seconds between now and what has been followed; not a number before the first change. */
    @Bean
    MeterBinder sourceLag(FollowProgress progress, Clock clock) {
        return registry -> Gauge.builder("source.behind", progress, far -> secondsBehind(far, clock))
                .baseUnit("seconds")
                .register(registry);
    }

    private static double secondsBehind(FollowProgress progress, Clock clock) {
        return progress.now()
                .filter(Progress::hasPosition)
                .map(far -> Duration.between(far.followedUntil(), clock.instant()))
                .map(behind -> behind.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
