package dev.dictamen.contract;

/** Why a closed chat was not judged: there was nothing to judge, or not as a whole. */
public enum SkipReason implements Word {
    /** The transcript has no message at all. */
    EMPTY_TRANSCRIPT,
    /** Nobody of the contact centre answered. */
    NO_AGENT_MESSAGE,
    /** The customer said nothing. */
    NO_CUSTOMER_MESSAGE,
    /** Nothing of the customer but advertising or noise. */
    SPAM,
    /** Larger than a topic or the judge's window takes. */
    TOO_LARGE,
    /** Gone from its source before it could be read. */
    VANISHED,
    /** Its source cannot be read for this one chat, however often it is tried. */
    UNREADABLE
}
