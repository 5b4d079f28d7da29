package dev.dictamen.worker.transcript;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;

/** Counts tokens as gpt-oss does, with a margin of a twentieth for what the server adds or does otherwise. Thread-safe. */
public final class Tokens {
    /** The window that a replica is started with. */
    public static final int WINDOW = 32_768;
    /** What the harmony format adds to a conversation of system and user message. */
    public static final int FIXED = 74;

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Tokens() {}

    /** About a million tokens a second: not for texts of megabytes. */
    public static int in(String text) {
        int counted = ENCODING.countTokensOrdinary(text);
        return counted + (counted + 19) / 20;
    }

    /** No token is shorter than a byte. */
    static int mostIn(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
