package dev.dictamen.gateway.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A chat id as one safe path segment: a plain id as it is, any other as {@code ~} and base64url of its UTF-8 bytes. */
public final class ChatIdSegment {
    private static final int LONGEST_ID = 190;

    private ChatIdSegment() {}

    /** The id that a segment stands for; empty when it stands for none. */
    public static Optional<String> toChatId(String segment) {
        return (segment.startsWith("~") ? decode(segment.substring(1)) : Optional.of(segment))
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
    }

    private static Optional<String> decode(String base64) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(base64));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
