package dev.dictamen.ingest.redact;

import java.util.List;

/**
 * Colombian NIT with its check digit (DIAN, Orden Administrativa 4 of 1989, módulo 11), and the cédula, which has no check
 * digit, where a word names it.
 */
final class ColombianIds {
    private static final String NIT = "(?:\\d{8,10}|\\d{1,3}([. ])\\d{3}\\1\\d{3}(?:\\1\\d{3})?) ?- ?\\d";
    private static final String NIT_IN_ONE_PIECE = "\\d{10}";
    private static final String CEDULA = "\\d{6,10}|\\d{1,3}(?:[.,' ]\\d{3}){1,3}";

    private ColombianIds() {}

    static List<Detector> detectors() {
        return List.of(
                PatternDetector.number(
                        Kind.CO,
                        8,
                        NIT,
                        (text, match) -> isNitMeant(text, match.start()) && isNit(CheckDigits.digits(match.group()))),
                PatternDetector.number(
                        Kind.CO,
                        10,
                        NIT_IN_ONE_PIECE,
                        (text, match) ->
                                NumberContext.before(text, match.start()) == NumberContext.TAX && isNit(match.group())),
                PatternDetector.number(
                        Kind.CO, 4, CEDULA, (text, match) -> isNamed(NumberContext.before(text, match.start()))));
    }

    private static boolean isNitMeant(CharSequence text, int start) {
        return !OrderNumberContext.precedes(text, start) && NumberContext.before(text, start) != NumberContext.RUT;
    }

    private static boolean isNamed(NumberContext context) {
        return context == NumberContext.CEDULA || context == NumberContext.DNI;
    }

    private static boolean isNit(String nit) {
        int last = nit.length() - 1;
        return CheckDigits.nit(nit.substring(0, last)) == nit.charAt(last) - '0';
    }
}
