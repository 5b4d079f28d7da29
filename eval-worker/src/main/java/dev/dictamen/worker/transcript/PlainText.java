package dev.dictamen.worker.transcript;

/** Tells the texts that hide nothing, which are nearly all, at the price of one look at each character. */
final class PlainText {
    private static final char SOFT_HYPHEN = 0xAD;
    private static final char FIRST_PRINTED = 0xA0;
    /** Behind it come marks, letters of other alphabets, and what no reader sees. */
    private static final char LAST_LATIN = 0x24F;

    private PlainText() {}

    /** Whether there are only printed characters of Latin alphabets, tabs and line ends in it. */
    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char letter) {
        return letter < FIRST_PRINTED
                ? (letter >= ' ' && letter <= '~') || letter == '\n' || letter == '\r' || letter == '\t'
                : letter <= LAST_LATIN && letter != SOFT_HYPHEN;
    }
}
