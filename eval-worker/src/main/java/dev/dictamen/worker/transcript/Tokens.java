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

    /** Bytes, and so tokens, that fit the window beside instructions and answer. */
    private static final int SURELY_FITTING = 24_000;

    private static final double FEWEST_BYTES_PER_TOKEN = 2.85;

    private Tokens() {}

    /** About a million tokens a second: not for texts of megabytes. */
    public static int in(String text) {
        int counted = ENCODING.countTokensOrdinary(text);
        return counted + (counted + 19) / 20;
    }

    /**
     * At least as many as a chat has, without counting them: by its bytes, of which a token has 3.8 on average and fewer than
     * 2.9 in none of our chats. Counted all the same where the text is so long that it may not fit the window.
     */
    public static int estimate(String text) {
        int bytes = mostIn(text);
        return bytes > SURELY_FITTING ? in(text) : 2 + (int) (bytes / FEWEST_BYTES_PER_TOKEN);
    }

    /** No token is shorter than a byte. */
    static int mostIn(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
