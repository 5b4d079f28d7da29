package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.read.Wanted;

/** What a record of the binlog says about a chat. */
sealed interface Change {
    /** This chat may have to be published. */
    record OfChat(Wanted wanted) implements Change {}

    /** A change to a message that does not name its chat. */
    record OfMessage(String messageKey) implements Change {}
}
