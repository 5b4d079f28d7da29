/** The judge on vLLM's HTTP: replicas, permits by lane, retries on another replica, status reports. */
@NullMarked
package dev.dictamen.worker.vllm;

import org.jspecify.annotations.NullMarked;
