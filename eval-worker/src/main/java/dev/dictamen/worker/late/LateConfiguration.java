package dev.dictamen.worker.late;

import dev.dictamen.worker.judge.ConditionalOnModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of this package: none where no model judges, or nobody wants provisional verdicts ({@code RULES_FALLBACK}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnModel
@ConditionalOnBooleanProperty(name = "evaluation.rules-fallback", matchIfMissing = true)
@Import({ProvisionalVerdicts.class, LateChatsFactory.class, CommittedByLive.class})
class LateConfiguration {}
