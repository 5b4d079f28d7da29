package dev.dictamen.stack.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * A sample chat whose messages say how many seconds after the first they came.
 *
 * @param about what is known of the chat
 */
record DemoChat(@JsonProperty("meta") About about, List<DemoMessage> transcript) {
    private static final List<String> MENTIONS = List.of(
            "Mi número de caso es el %d.",
            "La referencia que me dieron es la %d.",
            "Es por la solicitud %d.",
            "Ya había escrito antes, con el folio %d.",
            "En la página me aparece el código %d.",
            "Le dejo el número de atención: %d.");

    private static final long FIRST_NUMBER = 10_000;
    private static final long NUMBERS = 90_000;
    /** Has no factor in common with {@link #NUMBERS}, so that none comes twice before all have come. */
    private static final long STEP = 7_919;

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

    /**
     * The same chat of another customer, who mentions a number of their own; as it stands in the first round.
     *
     * @param chat how many chats came before
     * @param round how often all samples were told before
     */
    DemoChat toldAgain(long chat, long round) {
        if (round == 0) {
            return this;
        }
        var told = new ArrayList<>(transcript);
        var first = transcript.stream()
                .filter(message -> message.author() == Author.CLIENT)
                .findFirst()
                .orElseThrow();
        var mention = MENTIONS.get((int) (chat % MENTIONS.size())).formatted(FIRST_NUMBER + chat * STEP % NUMBERS);
        told.set(transcript.indexOf(first), new DemoMessage(first.author(), first.text() + " " + mention, first.at()));
        return new DemoChat(about, told);
    }

    /** Seconds between the first message and the last. */
    long seconds() {
        return transcript.getLast().at();
    }
}
