package dev.dictamen.gateway.comparison;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The last row of a page of flipped chats; the next page begins after it. Opaque to clients.
 *
 * @param shift how far its grades lie apart
 */
record ShiftCursor(int shift, String chatId) {
    String encode() {
        String plain = shift + ":" + chatId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when this is not a cursor of ours */
    static ShiftCursor decode(String encoded) {
        String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        if (!plain.matches("(?s)[1-4]:.+")) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new ShiftCursor(plain.charAt(0) - '0', plain.substring(2));
    }
}
