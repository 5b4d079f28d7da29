package dev.dictamen.ingest.gate;

import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.InstanceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Adds the gate to the topology that Boot's Kafka Streams support starts. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
class GateConfiguration {
    private static final Logger log = LoggerFactory.getLogger(GateConfiguration.class);

    @Bean
    GateTopology gateTopology(Topics topics, GateProperties gate, Groups groups, MeterRegistry registry) {
        return new GateTopology(
                new Lanes(topics, gate.backlogAfter(), gate.bulkAbove()),
                new DeadLetters(groups.gate()),
                new GateMetrics(registry));
    }

    @Bean
    InstanceId instanceId(GateProperties gate) {
        return InstanceId.in(gate.stateDir());
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer gateStream(GateTopology gateTopology, InstanceId instance) {
        return factory -> configure(factory, gateTopology, instance.value());
    }

    private static void configure(StreamsBuilderFactoryBean factory, GateTopology gateTopology, String instanceId) {
        factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology topology) {
                gateTopology.addTo(topology);
            }
        });
        factory.setStreamsUncaughtExceptionHandler(new ReplaceThread());
        factory.setStateListener((now, before) -> log.info("event=gate-state now={} before={}", now, before));
        var groupInstanceId = StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        Objects.requireNonNull(factory.getStreamsConfiguration()).put(groupInstanceId, instanceId);
    }
}
