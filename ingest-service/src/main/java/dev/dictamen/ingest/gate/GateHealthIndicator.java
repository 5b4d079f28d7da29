package dev.dictamen.ingest.gate;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** Up while the gate runs; out of service while it starts, restores or waits for its partitions. */
@Component("gate")
class GateHealthIndicator extends AbstractHealthIndicator {
    private final StreamsBuilderFactoryBean gate;

    GateHealthIndicator(StreamsBuilderFactoryBean gate) {
        this.gate = gate;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var stream = gate.getKafkaStreams();
        var state = stream == null ? KafkaStreams.State.CREATED : stream.state();
        (state == KafkaStreams.State.RUNNING ? builder.up() : builder.outOfService()).withDetail("state", state);
    }
}
