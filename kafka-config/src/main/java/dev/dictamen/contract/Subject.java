package dev.dictamen.contract;

import org.jspecify.annotations.Nullable;

/**
 * Who and what a chat was about. Evaluations carry a copy of their chat's, so that a live view needs no look-up.
 *
 * @param agentId the agent of record
 * @param agentName the agent's name as supervisors know it
 * @param team the team of the agent of record
 * @param channel web, whatsapp, phone, … as the source calls it
 * @param language BCP 47 tag of the chat as the source states it
 */
public record Subject(
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String channel,
        @Nullable String language) {
    /** Nothing is known. */
    public static final Subject UNKNOWN = new Subject(null, null, null, null, null);
}
