package dev.dictamen.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Spanish DNI and NIE (letter by the rest of 23, Real Decreto 1553/2005 and Orden INT/2058/2008) and the tax number of a legal
 * person (NIF, formerly CIF; control character by Orden EHA/451/2008).
 */
final class SpainDetector implements Detector {
    private static final Pattern DNI = Matches.pattern("(?:\\d{8}|\\d{2}([. ])\\d{3}\\1\\d{3})[ .]?[ -]{0,2}[A-Z]");
    private static final Pattern NIE = Matches.pattern("[XYZ][ -]?(?:\\d{7}|\\d\\.?\\d{3}\\.?\\d{3})[ -]?[A-Z]");
    private static final Pattern NIF = Matches.pattern("[ABCDEFGHJNPQRSUVW]-?\\d{2}\\.?\\d{3}\\.?\\d{2}[ -]?[0-9A-J]");
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    @Override
    public Kind kind() {
        return Kind.ES;
    }

    @Override
    public List<Span> find(CharSequence text) {
        var spans = new ArrayList<Span>();
        spans.addAll(Matches.find(
                text, DNI, kind(), match -> isLetterMeant(match) && isDni(Matches.compact(match.group()))));
        spans.addAll(Matches.find(text, NIE, kind(), match -> isNie(Matches.compact(match.group()))));
        spans.addAll(Matches.find(
                text,
                NIF,
                kind(),
                match -> !OrderNumberContext.precedes(text, match.start()) && isNif(Matches.compact(match.group()))));
        return spans;
    }

    /** A small letter after a blank is a word ("12345678 y"), not a check letter. */
    private static boolean isLetterMeant(MatchResult match) {
        String written = match.group();
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
