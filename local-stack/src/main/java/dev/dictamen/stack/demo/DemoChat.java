package dev.dictamen.stack.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A sample chat whose messages say how many seconds after the first they came.
 *
 * @param about what is known of the chat
 */
record DemoChat(@JsonProperty("meta") About about, List<DemoMessage> transcript) {
    /** The chat's subject, its way in, and who answered it. */
    record About(
            @JsonProperty("context") String topic,
            @JsonProperty("idioma") String language,
            @JsonProperty("canal") String channel,
            @JsonProperty("team") String team,
            @JsonProperty("agent_id") String agentId,
            @JsonProperty("agent_name") String agentName) {}

    /** One message, {@code at} seconds after the first. */
    record DemoMessage(
            @JsonProperty("role") Author author,
            @JsonProperty("content") String text,
            long at) {}

    /** Seconds between the first message and the last. */
    long seconds() {
        return transcript.getLast().at();
    }
}
