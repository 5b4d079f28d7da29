package dev.dictamen.ingest.gate;

import dev.dictamen.contract.Word;

/**
 * What became of a found record: what {@code gate.chats} counts, and for the first three where the record goes.
 * Its word is the metric's tag and the name of the topology's sink.
 */
enum GateOutcome implements Word {
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
}
