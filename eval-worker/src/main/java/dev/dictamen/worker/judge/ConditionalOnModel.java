package dev.dictamen.worker.judge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** On what exists only where a model judges ({@code LLM_ENABLED}). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = "evaluation.llm-enabled", matchIfMissing = true)
public @interface ConditionalOnModel {}
