package dev.dictamen.sink.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that some service could not process. Texts are cut and mended here, so that what was refused once for its content is not
 * refused again.
 *
 * @param place topic, partition and offset of the record
 * @param chatId its key; null where that can be no chat's id
 * @param revision of the chat that it is about; null where it could not be read
 * @param group the consumer group that set it aside
 */
public record DeadLetter(
        String place,
        @Nullable String chatId,
        @Nullable Long revision,
        @Nullable String group,
        @Nullable String cause,
        Instant setAsideAt) {
    private static final int ID = 190;
    private static final int CAUSE = 500;

    public DeadLetter {
        chatId = chatId == null || !isStorable(chatId) ? null : chatId;
        group = group == null ? null : cut(group, ID);
        cause = cause == null ? null : cut(cause, CAUSE);
    }

    private static boolean isStorable(String id) {
        return !id.isBlank() && id.length() <= ID && mended(id).equals(id);
    }

    /** Without what is no Unicode text and without control characters. */
    private static String mended(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    }

    private static String cut(String text, int most) {
        var mended = mended(text);
        return mended.length() <= most ? mended : mended(mended.substring(0, most));
    }
}
