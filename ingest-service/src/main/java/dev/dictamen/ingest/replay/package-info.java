/**
 * Runs replays: follows the orders on their topic, has each counted, and sends its chats to the bulk lane in transactions with how far it
 * is. One instance at a time: the one that holds the order topic's partition.
 */
@NullMarked
package dev.dictamen.ingest.replay;

import org.jspecify.annotations.NullMarked;
