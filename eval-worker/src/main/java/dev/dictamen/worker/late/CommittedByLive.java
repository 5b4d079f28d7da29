package dev.dictamen.worker.late;

import dev.dictamen.contract.Groups;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;

/** The positions that the live lane has committed, of whichever worker. Closed, it opens again when it is asked. */
class CommittedByLive implements LateChats.LivePositions {
    private static final long TIMEOUT_SECONDS = 10;

    private final KafkaAdmin settings;
    private final String group;
    private @Nullable Admin opened;

    CommittedByLive(KafkaAdmin settings, Groups groups) {
        this.settings = settings;
        this.group = groups.live();
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> now() {
        try {
            return admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("positions of " + group + " are not known", e);
        }
    }

    private synchronized Admin admin() {
        if (opened == null) {
            opened = Admin.create(settings.getConfigurationProperties());
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
