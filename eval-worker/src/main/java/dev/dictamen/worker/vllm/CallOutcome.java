package dev.dictamen.worker.vllm;

import dev.dictamen.contract.Usage;
import dev.dictamen.worker.replicas.Trouble;
import org.jspecify.annotations.Nullable;

/** What one HTTP call came to: answered, worth another try elsewhere, or refused for good. */
public sealed interface CallOutcome {
    /** HTTP 200 with a completion, whatever its content is worth. */
    record Answered(
            @Nullable String content,
            String finishReason,
            @Nullable String model,
            @Nullable String fingerprint,
            Usage usage)
            implements CallOutcome {}

    /** Not this replica, not now. */
    record Retry(Trouble trouble, String cause) implements CallOutcome {}

    /** The question itself is refused. */
    record Refused(String cause) implements CallOutcome {}
}
