package dev.dictamen.contract;

/** Why a chat ended without a verdict. The thing that is counted; each failure leaves a dead letter too. */
public enum FailureReason implements Word {
    /** The judge answered, but neither its answer nor its repair obeyed the rules of a verdict. */
    INVALID_VERDICT,
    /** The judge's answer held no content or was cut at its length. */
    EMPTY_ANSWER,
    /** The model server refused the request itself (HTTP 4xx): trying again would not help. */
    REQUEST_REFUSED,
    /** The model server failed at this chat again and again, while it answered others. */
    SERVER_FAILED,
    /** The record names a version of the prompt that no topic holds. */
    UNKNOWN_PROMPT,
    /** An error of ours while evaluating this chat. */
    INTERNAL_ERROR
}
