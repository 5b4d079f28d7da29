package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a closed chat was not judged: there was nothing to judge, or not as a whole. */
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
    /** Nothing of the customer but advertising or noise. */
    @JsonProperty("spam")
    SPAM,
    /** Larger than a topic or the judge's window takes. */
    @JsonProperty("too_large")
    TOO_LARGE,
    /** Gone from its source before it could be read. */
    @JsonProperty("vanished")
    VANISHED
}
