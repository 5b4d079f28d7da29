package dev.dictamen.worker.judge;

import dev.dictamen.worker.ConditionalOnSwitch;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On what exists only where a model judges ({@code LLM_ENABLED}). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnSwitch("evaluation.llm-enabled")
public @interface ConditionalOnModel {}
