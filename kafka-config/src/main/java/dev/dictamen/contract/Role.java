package dev.dictamen.contract;

/** Who wrote a message. Only what an agent wrote is judged; a note was never seen by the customer. */
public enum Role implements Word {
    /** A person of the contact centre. */
    AGENT,
    /** The person who asked for help. */
    CUSTOMER,
    /** An automatic answer. */
    BOT,
    /** A line that the chat product wrote ("the chat was transferred"). */
    SYSTEM,
    /** An internal remark between agents. */
    NOTE
}
