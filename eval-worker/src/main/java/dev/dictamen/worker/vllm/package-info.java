/**
 * The judge on vLLM's HTTP: {@code VllmJudge} asks and retries, {@code CompletionClient} and {@code ChatCompletions} speak
 * HTTP; {@code ReplicaPool} gives permits ({@code Waiter}, {@code PermitRequest}, {@code Permit}, {@code BulkPause}); each
 * {@code Replica} has a {@code Breaker}, {@code AdaptiveCap}, {@code SlowStart}, {@code StallWatch}, {@code Load} and
 * {@code ReplicaStatistics}; {@code ReplicaWatch} looks, {@code ReplicaCommandReader} obeys, {@code ReplicaReporter} reports ({@code ReplicaStatuses}).
 */
@NullMarked
package dev.dictamen.worker.vllm;

import org.jspecify.annotations.NullMarked;
