package dev.dictamen.worker.prompts;

import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.TopicTail;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.judge.ConditionalOnModel;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The tail of the topic of prompts: none where no model judges. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnModel
class PromptsConfiguration {
    @Bean
    TopicTail promptTopic(
            ConsumerFactory<String, Object> consumers,
            Prompts prompts,
            KafkaTemplate<String, Object> template,
            Topics topics,
            WorkerProperties worker,
            Clock clock) {
        var reading = new PromptTopic(prompts, template, topics, worker, clock);
        return new TopicTail(consumers, topics.judgePrompt(), "prompts", reading);
    }
}
