package dev.dictamen.gateway.live;

import org.jspecify.annotations.Nullable;

/**
 * One evaluation of the stream, encoded once for all sockets.
 *
 * @param team whose readers may see it
 * @param json the item as it goes to browsers
 */
record LiveEvent(int partition, long offset, @Nullable String team, String json) {}
