package dev.dictamen.ingest.files;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a chat of a file. */
sealed interface Assembled {
    /** A chat in our own form. */
    record Chat(ObjectNode json) implements Assembled {}

    /** A chat that the mapping leaves out. */
    record LeftOut(String why) implements Assembled {}

    /** A chat that cannot be read; the reason is one sentence without its text. */
    record Refused(@Nullable String chatId, String reason) implements Assembled {}
}
