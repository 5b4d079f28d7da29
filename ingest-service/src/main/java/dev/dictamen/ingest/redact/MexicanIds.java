package dev.dictamen.ingest.redact;

import java.util.List;
import java.util.Locale;

/**
 * Mexican CURP (check digit as RENAPO's instructivo normativo has it), RFC (check character of the homoclave by the SAT's
 * procedure, Anexo 20) and CLABE (control digit by the Banco de México's circular on SPEI accounts).
 */
final class MexicanIds {
    private static final String DATE = "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final String CURP =
            "[A-Z][AEIOUX][A-Z]{2} ?" + DATE + " ?[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3} ?[A-Z\\d]\\d";
    private static final String RFC = "[A-ZÑ&]{3,4}[- ]?" + DATE + "[- ]?[A-Z\\d]{2}[\\dA]";
    private static final String CLABE =
            "\\d{3}[ -]?\\d{3}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{3}[ -]?\\d|\\d{4}(?:[ -]\\d{4}){3}[ -]\\d{2}";
    private static final String CURP_ORDER = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final String RFC_ORDER = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
    private static final int[] CLABE_WEIGHTS = {3, 7, 1};
    private static final String BANK = "(?:0\\d\\d|1[0-6]\\d|6\\d\\d|7[0-3]\\d|90[0-9])\\d{15}";

    private MexicanIds() {}

    static List<Detector> detectors() {
        return List.of(
                PatternDetector.code(Kind.MX, 7, CURP, written -> isCurp(CheckDigits.compact(written))),
                PatternDetector.code(Kind.MX, 6, RFC, written -> isRfc(upper(written))),
                PatternDetector.number(
                        Kind.MX,
                        18,
                        CLABE,
                        (text, match) -> !isOther(text, match.start()) && isClabe(CheckDigits.digits(match.group()))));
    }

    private static boolean isOther(CharSequence text, int start) {
        return OrderNumberContext.precedes(text, start) && !AccountNumberContext.precedes(text, start);
    }

    private static boolean isCurp(String curp) {
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum += CURP_ORDER.indexOf(curp.charAt(place)) * (18 - place);
        }
        return (10 - sum % 10) % 10 == curp.charAt(17) - '0';
    }

    private static boolean isRfc(String rfc) {
        String padded = rfc.length() == 12 ? " " + rfc : rfc;
        int sum = 0;
        for (int place = 0; place < 12; place++) {
            sum += RFC_ORDER.indexOf(padded.charAt(place)) * (13 - place);
        }
        char expected = "0123456789A0".charAt(sum % 11 == 0 ? 0 : 11 - sum % 11);
        return padded.charAt(12) == expected;
    }

    private static boolean isClabe(String clabe) {
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum += (clabe.charAt(place) - '0') * CLABE_WEIGHTS[place % 3] % 10;
        }
        return clabe.matches(BANK) && (10 - sum % 10) % 10 == clabe.charAt(17) - '0';
    }

    private static String upper(String match) {
        return match.replaceAll("[- ]", "").toUpperCase(Locale.ROOT);
    }
}
