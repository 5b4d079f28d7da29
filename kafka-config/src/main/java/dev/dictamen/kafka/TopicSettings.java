package dev.dictamen.kafka;

import dev.dictamen.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How one topic is created, from {@code topics.yml}.
 *
 * @param partitions number of partitions; its dead-letter topic has as many
 * @param retention how long records are kept
 * @param cleanup Kafka's {@code cleanup.policy}: delete or compact
 * @param deadLetter whether the topic has a dead-letter topic
 */
record TopicSettings(int partitions, Duration retention, String cleanup, boolean deadLetter) {
    private static final String MAX_RECORD_BYTES = Integer.toString(4 * 1024 * 1024);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(90);

    List<NewTopic> toCreate(String name, short replicationFactor) {
        var topic = newTopic(name, retention, cleanup, replicationFactor);
        if (!deadLetter) {
            return List.of(topic);
        }
        var letters = newTopic(Topics.deadLetter(name), DEAD_LETTER_RETENTION, "delete", replicationFactor);
        return List.of(topic, letters);
    }

    private NewTopic newTopic(String name, Duration keep, String policy, short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(keep.toMillis()),
                        TopicConfig.CLEANUP_POLICY_CONFIG, policy,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_RECORD_BYTES));
    }
}
