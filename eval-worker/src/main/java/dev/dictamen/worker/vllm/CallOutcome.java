package dev.dictamen.worker.vllm;

import dev.dictamen.contract.Usage;
import org.jspecify.annotations.Nullable;

/** What one HTTP call came to: answered, worth another try elsewhere, or refused for good. */
sealed interface CallOutcome {
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

    /** Why a replica gave no answer. */
    enum Trouble {
        /** Not there, or the connection broke: it may be starting or stopping. */
        UNREACHABLE,
        /** It says that it has no room (429, 503) or is stopping (abort). */
        BUSY,
        /** It took the call and did not answer it: an error of its own, or no answer in time. */
        BROKEN,
        /** It took the call and finished nothing, neither this one nor any other. */
        STALLED,
        /** No answer in the little time that was left: this says nothing of the replica. */
        LATE,
        /** The connection broke before the first byte of an answer: it may have been an idle one that the server closed. */
        RESET,
        /** It refuses one question after another. */
        REFUSING,
        /** It does not know our key or our model: nothing will do until somebody changes the settings. */
        MISCONFIGURED
    }
}
