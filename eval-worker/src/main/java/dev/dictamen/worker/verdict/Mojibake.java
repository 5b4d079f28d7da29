package dev.dictamen.worker.verdict;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters whose UTF-8 bytes were read as letters of Windows-1252 or Latin-1 each: {@code Ã³} for ó. Linear. */
final class Mojibake {
    private static final int MOST_ROUNDS = 3;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Map<Character, Byte> BYTES = bytes();

    /** Signs such as ¿, then Latin letters with accents. */
    private static final int FIRST_LATIN = 0xA0;

    private static final int LAST_LATIN = 0x17F;

    private static final int FIRST_SIGN = 0x2000;
    private static final int LAST_SIGN = 0x2FFF;
    private static final int FIRST_EMOJI = 0x1F000;
    private static final int LAST_EMOJI = 0x1FAFF;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int LOST = 0xFFFD;

    /** What no word has: a capital with tilde or a sign of another code page behind a small letter, or a letter that was lost. */
    private static final Pattern LEFT =
            Pattern.compile("\uFFFD|\\p{Ll}[ÃÂ]|(?<!\\p{Lu})Ã(?!\\p{Lu})|\\p{L}[√├┬┤]|\\p{L}(?:Ġ|Ċ)\\p{L}");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S++");
    private static final Pattern LETTER_LOST = Pattern.compile("\\p{L}\\?(?=\\p{Ll})");

    private Mojibake() {}

    /** The text with the letters that were meant. */
    static String undone(String text) {
        return Layers.undone(text, MOST_ROUNDS, Mojibake::once);
    }

    /** Whether letters are left that cannot be told any more. */
    static boolean isIn(String text) {
        return LEFT.matcher(text).find()
                || LETTER_LOST
                                .matcher(ADDRESS.matcher(text).replaceAll(" "))
                                .results()
                                .limit(2)
                                .count()
                        > 1;
    }

    private static String once(String text) {
        var letters = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int length = lengthBegunBy(text.charAt(i));
            var meant = length == 0 ? null : meant(text, i, length);
            if (meant == null) {
                letters.append(text.charAt(i));
                i++;
            } else {
                letters.append(meant);
                i += length;
            }
        }
        return letters.toString();
    }

    /** Of the sequences that a Latin letter, a sign or an emoji has. */
    private static int lengthBegunBy(char first) {
        return switch (first) {
            case 'Â', 'Ã', 'Ä', 'Å' -> 2;
            case 'â', 'ï' -> 3;
            case 'ð' -> 4;
            default -> 0;
        };
    }

    private static @Nullable String meant(String text, int from, int length) {
        if (from + length > text.length()) {
            return null;
        }
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            var known = BYTES.get(text.charAt(from + i));
            if (known == null) {
                return null;
            }
            bytes[i] = known;
        }
        try {
            var decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return isLikely(decoded.codePointAt(0)) ? decoded : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isLikely(int codePoint) {
        return (codePoint >= FIRST_LATIN && codePoint <= LAST_LATIN)
                || (codePoint >= FIRST_SIGN && codePoint <= LAST_SIGN)
                || (codePoint >= FIRST_EMOJI && codePoint <= LAST_EMOJI)
                || codePoint == EMOJI_STYLE
                || codePoint == LOST;
    }

    /** From 128 on, by what each is read as; the five that Windows-1252 lacks are Latin-1's. */
    private static Map<Character, Byte> bytes() {
        var bytes = new HashMap<Character, Byte>();
        for (int value = 0x80; value <= 0xFF; value++) {
            bytes.put((char) value, (byte) value);
            bytes.put(new String(new byte[] {(byte) value}, WINDOWS).charAt(0), (byte) value);
        }
        bytes.remove((char) LOST);
        return Map.copyOf(bytes);
    }
}
