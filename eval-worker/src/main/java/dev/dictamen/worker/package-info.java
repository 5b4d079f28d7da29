/**
 * Consumes closed chats, asks the judge, publishes evaluations. The way of a chat: consume → evaluate → transcript → judge
 * (vllm, on replicas) → verdict → publish; rules where no model judges, and late for whom the model keeps waiting.
 */
@NullMarked
package dev.dictamen.worker;

import org.jspecify.annotations.NullMarked;
