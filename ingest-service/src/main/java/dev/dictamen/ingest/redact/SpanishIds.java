package dev.dictamen.ingest.redact;

import java.util.List;

/**
 * Spanish DNI and NIE (letter by the rest of 23, Real Decreto 1553/2005 and Orden INT/2058/2008) and the tax number of a legal
 * person (NIF, formerly CIF; control character by Orden EHA/451/2008).
 */
final class SpanishIds {
    private static final String DNI = "(?:\\d{8}|\\d{2}([. ])\\d{3}\\1\\d{3})[ .]?[ -]{0,2}[A-Z]";
    private static final String NIE = "[XYZ][ -]?(?:\\d{7}|\\d\\.?\\d{3}\\.?\\d{3})[ -]?[A-Z]";
    private static final String NIF = "[ABCDEFGHJNPQRSUVW]-?\\d{2}\\.?\\d{3}\\.?\\d{2}[ -]?[0-9A-J]";
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private SpanishIds() {}

    static List<Detector> detectors() {
        return List.of(
                PatternDetector.number(
                        Kind.ES, 8, DNI, written -> isLetterMeant(written) && isDni(CheckDigits.compact(written))),
                PatternDetector.code(Kind.ES, 7, NIE, written -> isNie(CheckDigits.compact(written))),
                PatternDetector.code(
                        Kind.ES,
                        7,
                        NIF,
                        (text, match) -> !OrderNumberContext.precedes(text, match.start())
                                && isNif(CheckDigits.compact(match.group()))));
    }

    /** A small letter after a blank is a word ("12345678 y"), not a check letter. */
    private static boolean isLetterMeant(String written) {
        return !Character.isLowerCase(written.charAt(written.length() - 1))
                || written.charAt(written.length() - 2) != ' ';
    }

    private static boolean isDni(String dni) {
        return dni.charAt(8) == LETTERS.charAt(Integer.parseInt(dni.substring(0, 8)) % 23);
    }

    private static boolean isNie(String nie) {
        return isDni("XYZ".indexOf(nie.charAt(0)) + nie.substring(1));
    }

    private static boolean isNif(String nif) {
        String body = nif.substring(1, 8);
        int sum = 0;
        for (int place = 0; place < body.length(); place++) {
            int digit = body.charAt(place) - '0';
            sum += place % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        int check = (10 - sum % 10) % 10;
        return nif.charAt(8) == '0' + check || nif.charAt(8) == "JABCDEFGHI".charAt(check);
    }
}
