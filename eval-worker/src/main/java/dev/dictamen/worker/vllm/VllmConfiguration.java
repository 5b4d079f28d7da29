package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.ConditionalOnModel;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of this package: none where no model judges. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnModel
@Import({VllmJudge.class, CompletionClient.class, ChatCompletions.class, ReplicaWatch.class})
class VllmConfiguration {}
