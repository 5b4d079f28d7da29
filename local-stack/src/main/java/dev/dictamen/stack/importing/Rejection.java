package dev.dictamen.stack.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line that was not accepted.
 *
 * @param line its number in the file, counted from 1
 * @param record which record of a foreign file it is, counted from 1; null in a file of our own
 * @param chatId the chat's id where one could be read
 */
record Rejection(
        long line,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long record,
        @Nullable String chatId,
        String reason) {
    /** As a person is told the place. */
    String place() {
        return record == null ? "line " + line : "line " + line + ", record " + record;
    }
}
