package dev.dictamen.ingest.records;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/**
 * A record of a file: a chat, or a message of one.
 *
 * @param line where it begins, counted from 1
 * @param number which record of the file it is, counted from 1
 * @param list which of the lists that are the file's own values it stands in, counted from 1; 0 for none
 * @param problem why it cannot be read; empty where it can
 */
public record FileRecord(long line, long number, long list, JsonNode value, String problem) {
    /** Takes records in the order of the file. */
    @FunctionalInterface
    public interface Sink {
        void take(FileRecord record) throws IOException;
    }
}
