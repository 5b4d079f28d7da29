package dev.dictamen.ingest.redact;

import java.util.List;

/**
 * Peruvian RUC (check digit by módulo 11, SUNAT) anywhere but in an order's number, and the DNI where a word names it; its
 * check character (RENIEC, a digit or a letter after a dash) must be right where it is written.
 */
final class PeruvianIds {
    private static final String RUC = "(?:10|15|16|17|20)([ -]?)\\d{8}\\1\\d";
    private static final String DNI = "\\d{8}(?: ?- ?[\\dA-K])?|\\d{2}([. ])\\d{3}\\1\\d{3}";
    private static final int[] DNI_WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private PeruvianIds() {}

    static List<Detector> detectors() {
        return List.of(
                PatternDetector.number(
                        Kind.PE,
                        11,
                        RUC,
                        (text, match) -> !OrderNumberContext.precedes(text, match.start())
                                && isRuc(CheckDigits.digits(match.group()))),
                PatternDetector.number(
                        Kind.PE,
                        8,
                        DNI,
                        (text, match) -> NumberContext.before(text, match.start()) == NumberContext.DNI
                                && isDni(CheckDigits.compact(match.group()))));
    }

    private static boolean isRuc(String ruc) {
        int check = CheckDigits.complementOfEleven(ruc.substring(0, 10)) % 10;
        return check == ruc.charAt(10) - '0';
    }

    private static boolean isDni(String dni) {
        if (dni.length() == 8) {
            return true;
        }
        int key = (11 - CheckDigits.weighted(dni.substring(0, 8), DNI_WEIGHTS) % 11) % 11;
        char written = dni.charAt(8);
        return written == "67890112345".charAt(key) || written == "KABCDEFGHIJ".charAt(key);
    }
}
