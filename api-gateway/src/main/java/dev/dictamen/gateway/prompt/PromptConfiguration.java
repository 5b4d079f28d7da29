package dev.dictamen.gateway.prompt;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.gateway.pipeline.CompactedTopic;
import dev.dictamen.kafka.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** The topic of prompts, held in memory. */
@Configuration(proxyBeanMethods = false)
class PromptConfiguration {
    @Bean
    CompactedTopic<JudgePrompt> promptTopic() {
        return new CompactedTopic<>(JudgePrompt.class, prompt -> true);
    }

    @Bean
    TopicTail promptTail(ConsumerFactory<?, ?> consumers, Topics topics, CompactedTopic<JudgePrompt> promptTopic) {
        return new TopicTail(consumers, topics.judgePrompt(), "prompts", promptTopic);
    }
}
