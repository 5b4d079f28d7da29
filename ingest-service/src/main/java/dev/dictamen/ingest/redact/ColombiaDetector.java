package dev.dictamen.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Colombian NIT with its check digit (DIAN, Orden Administrativa 4 of 1989, módulo 11), and the cédula, which has no check
 * digit, where a word names it.
 */
final class ColombiaDetector implements Detector {
    private static final Pattern NIT =
            Matches.pattern("(?:\\d{8,10}|\\d{1,3}([. ])\\d{3}\\1\\d{3}(?:\\1\\d{3})?) ?- ?\\d");
    private static final Pattern NIT_IN_ONE_PIECE = Matches.pattern("\\d{10}");
    private static final Pattern CEDULA = Matches.pattern("\\d{6,10}|\\d{1,3}(?:[.,' ]\\d{3}){1,3}");

    @Override
    public Kind kind() {
        return Kind.CO;
    }

    @Override
    public List<Span> find(CharSequence text) {
        var spans = new ArrayList<Span>();
        spans.addAll(Matches.find(
                text,
                NIT,
                kind(),
                match -> isNitMeant(text, match.start()) && isNit(CheckDigits.digits(match.group()))));
        spans.addAll(Matches.find(
                text,
                NIT_IN_ONE_PIECE,
                kind(),
                match -> NumberContext.before(text, match.start()) == NumberContext.TAX && isNit(match.group())));
        spans.addAll(Matches.find(text, CEDULA, kind(), match -> isNamed(NumberContext.before(text, match.start()))));
        return spans;
    }

    private static boolean isNitMeant(CharSequence text, int start) {
        return !OrderNumberContext.precedes(text, start) && NumberContext.before(text, start) != NumberContext.RUT;
    }

    private static boolean isNamed(NumberContext topic) {
        return topic == NumberContext.CEDULA || topic == NumberContext.DNI;
    }

    private static boolean isNit(String nit) {
        int last = nit.length() - 1;
        return CheckDigits.nit(nit.substring(0, last)) == nit.charAt(last) - '0';
    }
}
