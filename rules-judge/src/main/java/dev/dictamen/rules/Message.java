package dev.dictamen.rules;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One message of the chat under judgement.
 *
 * @param index what the ruling calls it
 * @param text as it was written
 * @param folded the same as word lists are written
 * @param sinceStart time since the first message; null when it is not known
 */
public record Message(
        int index,
        Speaker speaker,
        String text,
        String folded,
        @Nullable Duration sinceStart) {

    /** Who wrote it. */
    public enum Speaker {
        AGENT,
        CUSTOMER,
        OTHER
    }

    public static Message of(int index, Speaker speaker, String text, @Nullable Duration sinceStart) {
        return new Message(index, speaker, text, FoldedText.of(text).replace('’', '\''), sinceStart);
    }

    boolean isAgent() {
        return speaker == Speaker.AGENT;
    }

    boolean isCustomer() {
        return speaker == Speaker.CUSTOMER;
    }

    /** Whether the words ask something. */
    boolean asks() {
        return text.indexOf('?') >= 0 || text.indexOf('¿') >= 0;
    }
}
