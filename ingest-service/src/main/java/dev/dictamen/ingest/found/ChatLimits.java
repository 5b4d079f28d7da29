package dev.dictamen.ingest.found;

/** The bounds of a chat that can be published: beyond them it would not fit a topic's largest record. */
public final class ChatLimits {
    /** Most messages of a chat. */
    public static final int MESSAGES = 10_000;
    /** Longest text of a message, characters (code points). */
    public static final int TEXT = 300_000;
    /** Longest id, name, team, channel, language, characters. */
    public static final int NAME = 190;
    /** Most bytes of all texts of a chat in UTF-8: with the contract's own field names it stays under the topics' 4 MiB. */
    public static final int CHAT_BYTES = 2 * 1024 * 1024;
    /** Longest attribute, characters. */
    public static final int ATTRIBUTE = 500;

    private ChatLimits() {}
}
