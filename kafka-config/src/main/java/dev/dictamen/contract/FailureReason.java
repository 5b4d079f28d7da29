package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a chat ended without a verdict. The thing that is counted; each failure leaves a dead letter too. */
public enum FailureReason {
    /** The judge answered, but neither its answer nor its repair obeyed the rules of a verdict. */
    @JsonProperty("invalid_verdict")
    INVALID_VERDICT,
    /** The judge's answer held no content or was cut at its length. */
    @JsonProperty("empty_answer")
    EMPTY_ANSWER,
    /** The model server refused the request itself (HTTP 4xx): trying again would not help. */
    @JsonProperty("request_refused")
    REQUEST_REFUSED,
    /** An error of ours while evaluating this chat. */
    @JsonProperty("internal_error")
    INTERNAL_ERROR
}
