package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a closed chat was not judged: there was nothing to judge. */
public enum SkipReason {
    /** The transcript has no message at all. */
    @JsonProperty("empty_transcript")
    EMPTY_TRANSCRIPT,
    /** Nobody of the contact centre answered. */
    @JsonProperty("no_agent_message")
    NO_AGENT_MESSAGE,
    /** The customer said nothing. */
    @JsonProperty("no_customer_message")
    NO_CUSTOMER_MESSAGE,
    /** Larger than the judge's window. */
    @JsonProperty("too_large")
    TOO_LARGE
}
