/** Consumes closed chats, asks the judge, publishes evaluations: consume → evaluate → publish, with vllm as the judge. */
@NullMarked
package dev.dictamen.worker;

import org.jspecify.annotations.NullMarked;
