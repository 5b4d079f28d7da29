package dev.dictamen.stack.importing;

import org.jspecify.annotations.Nullable;

/**
 * A line that was not accepted.
 *
 * @param line its number in the file, counted from 1
 * @param chatId the chat's id where one could be read
 */
record Rejection(long line, @Nullable String chatId, String reason) {}
