package dev.dictamen.ingest.follow;

import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.kafka.CloudEvents;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Publishes every two seconds how the source fares. */
@SourceComponent
class StatusReporter {
    private static final Logger log = LoggerFactory.getLogger(StatusReporter.class);
    private static final int EVERY_SECONDS = 2;

    private final SourceReport source;
    private final KafkaTemplate<String, Object> kafka;
    private final String topic;

    StatusReporter(SourceReport source, KafkaTemplate<String, Object> kafka, Topics topics) {
        this.source = source;
        this.kafka = kafka;
        this.topic = topics.sourceStatus();
    }

    @Scheduled(fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void report() {
        try {
            kafka.send(CloudEvents.record(topic, source.now(), "ingest-service", null));
        } catch (RuntimeException e) {
            log.info("event=source-status-unsent reason=\"{}\"", e.getMessage());
        }
    }
}
