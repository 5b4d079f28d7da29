package dev.dictamen.worker.late;

import dev.dictamen.worker.ConditionalOnSwitch;
import dev.dictamen.worker.judge.ConditionalOnModel;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of this package: none where no model judges, or nobody wants provisional verdicts ({@code RULES_FALLBACK}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnModel
@ConditionalOnSwitch("evaluation.rules-fallback")
@Import({ProvisionalVerdicts.class, LateChatsFactory.class, CommittedByLive.class})
class LateConfiguration {}
