package dev.dictamen.contract;

import org.jspecify.annotations.Nullable;

/** Who and what an evaluated chat was about, copied from the {@link ClosedChat} so that a live view needs no look-up. */
public record Subject(
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String channel,
        @Nullable String language) {}
