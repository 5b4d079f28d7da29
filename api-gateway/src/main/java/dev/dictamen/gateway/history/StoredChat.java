package dev.dictamen.gateway.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat as the sink stored it.
 *
 * @param messages a JSON array of index, role, text, sentAt; passed on as it is
 */
record StoredChat(
        String chatId,
        long revision,
        String source,
        @Nullable String channel,
        @Nullable String language,
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String customerRef,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant ingestedAt,
        @JsonRawValue String messages) {}
