package dev.dictamen.ingest.gate;

/**
 * Where in the topic found a record lies.
 *
 * @param timestampMs the record's own time, milliseconds since 1970
 */
record FoundAt(int partition, long offset, long timestampMs) {}
