package dev.dictamen.ingest.gate;

import java.util.Locale;

/** What became of a found record: what {@code gate.chats} counts, and for the first three where the record goes. */
enum GateOutcome {
    /** On to the live lane. */
    CLOSED,
    /** On to the bulk lane. */
    BACKLOG,
    /** Unreadable: to the dead letters. */
    DEAD_LETTER,
    /** Dropped: the same content as before. */
    UNCHANGED,
    /** Dropped: a later version went on already. */
    OUTDATED;

    /** The name as a metric's tag and as the topology's sink. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
