package dev.dictamen.sink.consume;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Health component {@code listeners}: down as soon as a listener stopped by itself, so that nobody stores any more. */
@Component
class ListenersHealthIndicator implements HealthIndicator {
    private final KafkaListenerEndpointRegistry listeners;

    ListenersHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        var stopped = listeners.getListenerContainers().stream()
                .filter(listener -> !listener.isRunning() || !listener.isInExpectedState())
                .map(MessageListenerContainer::getListenerId)
                .toList();
        return stopped.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stopped", stopped).build();
    }
}
