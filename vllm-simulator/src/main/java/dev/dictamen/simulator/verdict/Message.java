package dev.dictamen.simulator.verdict;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message of the chat under judgement.
 *
 * @param text as it was written
 * @param plain the same in lower case without accents, for looking phrases up
 * @param sinceStart time since the first message; null when it is not known
 */
record Message(
        int index,
        Speaker speaker,
        String text,
        String plain,
        @Nullable Duration sinceStart) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    enum Speaker {
        AGENT,
        CUSTOMER,
        OTHER
    }

    static Message of(int index, Speaker speaker, String text, @Nullable Duration sinceStart) {
        var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return new Message(
                index, speaker, text, MARKS.matcher(apart).replaceAll("").replace('’', '\''), sinceStart);
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
