/**
 * Replays: orders to ask chats again, as their topic and the gateway's table hold them, how far ingest-service reports them to be,
 * and promoting what one was asked with. It compares nothing; that is {@code comparison}.
 */
@NullMarked
package dev.dictamen.gateway.replay;

import org.jspecify.annotations.NullMarked;
