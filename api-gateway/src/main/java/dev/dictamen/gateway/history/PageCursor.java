package dev.dictamen.gateway.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last row of a page; the next page begins after it. Opaque to clients. */
record PageCursor(Instant evaluatedAt, String chatId) {
    String encode() {
        String plain = evaluatedAt.toEpochMilli() + ":" + chatId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when this is not a cursor of ours */
    static PageCursor decode(String encoded) {
        String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        int colon = plain.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a cursor");
        }
        try {
            return new PageCursor(
                    Instant.ofEpochMilli(Long.parseLong(plain, 0, colon, 10)), plain.substring(colon + 1));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
    }
}
