package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.Clue;
import dev.dictamen.ingest.clues.Need;
import dev.dictamen.ingest.words.WordList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * E-mail addresses as RFC 5321 writes them (local part up to 64 characters, a domain with a dot), those of large providers
 * also with blanks about the sign or without the ending, and the spelled form "ana arroba correo punto com".
 */
final class EmailAddresses {
    private static final String LOCAL = "[\\p{L}\\d_%+'-][\\p{L}\\d._%+'-]{0,63}+";
    private static final String LABELS = "(?:[\\p{L}\\d][\\p{L}\\d-]{0,62}+\\.){1,8}";
    private static final String TOP = "(?:[\\p{L}]{2,24}|xn--[a-z\\d-]{1,59})(?![\\p{L}\\d])";
    private static final String PROVIDER = WordList.of("personal-data", "mail provider")
                    .regex() + "(?: {0,1}[., ] {0,1}(?:com?|es|cl|mx|ar|pe|me)(?:\\.[a-z]{2})?)?(?![\\p{L}\\d])";
    private static final String SPELLED_AT =
            " {0,2}(?:\\(at\\)|\\[at\\]|\\{at\\}| arroba |\\(arroba\\)|\\[arroba\\]) {0,2}";
    private static final String SPELLED_DOT = " {0,2}(?:\\(dot\\)|\\[dot\\]| punto | dot |\\(punto\\)|\\.) {0,2}";

    private EmailAddresses() {}

    static List<Detector> detectors() {
        return List.of(
                detector(Clue.AT_SIGN, LOCAL + "@" + LABELS + TOP),
                detector(Clue.AT_SIGN, LOCAL + " ?@ ?" + PROVIDER),
                detector(
                        Clue.AT_WORD,
                        LOCAL + SPELLED_AT + "[\\p{L}\\d-]{1,40}+" + "(?:" + SPELLED_DOT + "[\\p{L}\\d-]{1,24}+){1,3}"),
                detector(Clue.AT_WORD, LOCAL + " at [\\p{L}\\d-]{2,40}+(?: dot [\\p{L}\\d-]{2,24}+){1,3}"));
    }

    private static Detector detector(Clue clue, String regex) {
        var pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new PatternDetector(
                Kind.EMAIL, Need.one(clue), PatternDetector.Beginning.NAME, pattern, (text, match) -> true);
    }
}
