package dev.dictamen.ingest.redact;

import java.util.List;
import java.util.regex.MatchResult;

/**
 * The Chilean RUT or RUN, check character by módulo 11 as the SII documents it: 12.345.678-5 and 12345678-5 anywhere but in
 * an order's number, 123456785 only where a word names it.
 */
final class ChileanIds {
    private static final String RUT = "\\d{1,2}([., ]?)\\d{3}[., ]?\\d{3}( ?- ?| )?[\\dK]";

    private ChileanIds() {}

    static List<Detector> detectors() {
        return List.of(PatternDetector.number(
                Kind.CL, 7, RUT, (text, match) -> isNamed(text, match) && isValid(CheckDigits.compact(match.group()))));
    }

    private static boolean isNamed(CharSequence text, MatchResult match) {
        boolean hasDots = !match.group(1).isBlank();
        boolean hasDash = match.group(2) != null && !match.group(2).isBlank();
        if (hasDots && hasDash) {
            return true;
        }
        return hasDash
                ? !OrderNumberContext.precedes(text, match.start())
                : NumberContext.before(text, match.start()) == NumberContext.RUT;
    }

    private static boolean isValid(String rut) {
        int check = CheckDigits.complementOfEleven(rut.substring(0, rut.length() - 1));
        char expected = "-123456789K0".charAt(check);
        return rut.charAt(rut.length() - 1) == expected;
    }
}
