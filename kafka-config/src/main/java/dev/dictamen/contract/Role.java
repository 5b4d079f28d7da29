package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who wrote a message. Only what an agent wrote is judged; a note was never seen by the customer. */
public enum Role {
    /** A person of the contact centre. */
    @JsonProperty("agent")
    AGENT,
    /** The person who asked for help. */
    @JsonProperty("customer")
    CUSTOMER,
    /** An automatic answer. */
    @JsonProperty("bot")
    BOT,
    /** A line that the chat product wrote ("the chat was transferred"). */
    @JsonProperty("system")
    SYSTEM,
    /** An internal remark between agents. */
    @JsonProperty("note")
    NOTE
}
