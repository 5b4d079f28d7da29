package dev.dictamen.worker.consume;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while both lanes read their partitions. */
@Component
class LanesHealthIndicator implements HealthIndicator {
    private final Lanes lanes;

    LanesHealthIndicator(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Health health() {
        return lanes.areReading() ? Health.up().build() : Health.down().build();
    }
}
