package dev.dictamen.ingest.jsonl;

import dev.dictamen.ingest.found.ChatLimits;

/** The bounds of one chat. What is beyond a bound is refused with a reason that names it, never cut. */
public final class Limits {
    /** Longest line, bytes: with the contract's own field names it stays under the topics' 4 MiB. */
    public static final int LINE_BYTES = ChatLimits.CHAT_BYTES;
    /** Most messages of a chat. */
    static final int MESSAGES = ChatLimits.MESSAGES;
    /** Longest text of a message, characters (code points). */
    static final int TEXT = ChatLimits.TEXT;
    /** Longest id, name, team, channel, language, characters. */
    static final int NAME = ChatLimits.NAME;
    /** Deepest nesting of the JSON text. */
    static final int DEPTH = 500;
    /** Most tokens of the JSON text: bounds what a line costs of memory. */
    static final int TOKENS = 400_000;
    /** Most attributes kept of a chat; the first ones in the order of the text. */
    static final int ATTRIBUTES = 50;
    /** Longest attribute, characters; a longer one keeps its first 499 and an ellipsis. */
    static final int ATTRIBUTE = ChatLimits.ATTRIBUTE;
    /** Longest key of an attribute, characters; one with a longer key is left out. */
    static final int ATTRIBUTE_KEY = 100;

    private Limits() {}
}
