package dev.dictamen.ingest.redact;

import java.util.List;
import java.util.regex.MatchResult;

/**
 * Argentine CUIT and CUIL (check digit by módulo 11, ARCA, formerly AFIP, Resolución General 10/1997) anywhere but in an
 * order's number, and the DNI, which has no check digit, where a word names it.
 */
final class ArgentineIds {
    private static final String CUIT = "(?:2[034567]|3[034])([-/. ]?)(?:\\d{8}|\\d{2}\\.\\d{3}\\.\\d{3})([-/. ]?)\\d";
    private static final String DNI = "\\d{1,2}([., ]?)\\d{3}\\1\\d{3}";

    private ArgentineIds() {}

    static List<Detector> detectors() {
        return List.of(
                PatternDetector.number(
                        Kind.AR,
                        11,
                        CUIT,
                        (text, match) -> isCuitMeant(text, match) && isCuit(CheckDigits.digits(match.group()))),
                PatternDetector.number(
                        Kind.AR,
                        7,
                        DNI,
                        (text, match) -> NumberContext.before(text, match.start()) == NumberContext.DNI));
    }

    private static boolean isCuitMeant(CharSequence text, MatchResult match) {
        boolean hasDashes = "-".equals(match.group(1)) && "-".equals(match.group(2));
        return hasDashes || !OrderNumberContext.precedes(text, match.start());
    }

    private static boolean isCuit(String cuit) {
        int check = CheckDigits.complementOfEleven(cuit.substring(0, 10)) % 11;
        return check == cuit.charAt(10) - '0';
    }
}
