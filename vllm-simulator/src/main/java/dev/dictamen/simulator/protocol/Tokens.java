package dev.dictamen.simulator.protocol;

import java.util.List;

/** Token counts by characters, calibrated on o200k_harmony and Spanish chats: 4.15 characters a token. */
public final class Tokens {
    private static final double CHARACTERS_PER_TOKEN = 4.15;
    private static final int HARMONY_OVERHEAD = 74;
    private static final int CACHE_BLOCK = 16;

    private Tokens() {}

    public static int of(String text) {
        return (int) Math.ceil(text.length() / CHARACTERS_PER_TOKEN);
    }

    /** A prompt's tokens with harmony's own messages and control tokens. */
    static int ofPrompt(List<String> texts) {
        return HARMONY_OVERHEAD + texts.stream().mapToInt(Tokens::of).sum();
    }

    /** The prefix cache keeps whole blocks only. */
    public static int wholeBlocks(int tokens) {
        return tokens - tokens % CACHE_BLOCK;
    }
}
