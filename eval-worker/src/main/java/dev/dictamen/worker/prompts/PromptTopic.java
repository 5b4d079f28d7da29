package dev.dictamen.worker.prompts;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.TopicTail;
import dev.dictamen.worker.WorkerProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Reads the topic of prompts from its first record on. When it has read all that was there it publishes the version that this software
 * brings, unless there is one of that name, and makes it the live one, unless there is a live one.
 */
final class PromptTopic implements TopicTail.Reading {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Prompts prompts;
    private final KafkaTemplate<String, Object> template;
    private final Topics topics;
    private final WorkerProperties worker;
    private final Clock clock;
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean isComplete;

    PromptTopic(
            Prompts prompts,
            KafkaTemplate<String, Object> template,
            Topics topics,
            WorkerProperties worker,
            Clock clock) {
        this.prompts = prompts;
        this.template = template;
        this.topics = topics;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
        isComplete = false;
    }

    @Override
    public void read(Consumer<?, ?> consumer) {
        consumer.poll(POLL).forEach(record -> {
            if (record.value() instanceof JudgePrompt said) {
                prompts.take(said);
            }
        });
        if (!isComplete && TopicTail.hasRead(consumer, ends)) {
            publishWhatIsMissing();
            isComplete = true;
        }
    }

    private void publishWhatIsMissing() {
        var now = clock.instant();
        var own = BuiltInPrompt.at(now);
        if (!prompts.knows(own.version())) {
            publish(own);
        }
        prompts.take(own);
        if (!prompts.knowsLive()) {
            var first = new JudgePrompt.Live(Ask.with(own.version()), null, null, own.publishedBy(), now);
            publish(first);
            prompts.take(first);
        }
    }

    private void publish(JudgePrompt prompt) {
        try {
            template.send(CloudEvents.record(topics.judgePrompt(), prompt, worker.id(), null))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a prompt was published", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the brokers did not take a prompt: " + prompt.key(), e);
        }
    }
}
