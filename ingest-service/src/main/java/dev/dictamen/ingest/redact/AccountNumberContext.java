package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.words.WordList;
import java.util.regex.Pattern;

/** Whether the words before a number say that money is sent to it. */
final class AccountNumberContext {
    private static final int REACH = 48;
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\p{L})" + WordList.of("personal-data", "transfer").regex() + "(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private AccountNumberContext() {}

    static boolean precedes(CharSequence text, int position) {
        return WORDS.matcher(text)
                .region(Math.max(0, position - REACH), position)
                .find();
    }
}
