/**
 * The judge on the HTTP of vLLM: {@code VllmJudge} asks and retries, {@code CompletionClient} and {@code ChatCompletions} make the\n * call, {@code ReplicaWatch} asks for health and load.
 */
@NullMarked
package dev.dictamen.worker.vllm;

import org.jspecify.annotations.NullMarked;
