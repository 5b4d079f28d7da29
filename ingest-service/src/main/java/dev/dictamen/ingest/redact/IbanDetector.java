package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.Need;
import dev.dictamen.ingest.clues.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** International bank account numbers: the length of their country in the SWIFT IBAN registry, check digits by ISO 13616-1. */
final class IbanDetector implements Detector {
    private static final Map<String, Integer> LENGTHS = lengths(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22"
                    + " CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23"
                    + " IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24"
                    + " PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");
    private static final Pattern OPENING =
            Pattern.compile("(?<![\\p{L}\\d])[A-Z]{2} ?\\d{2}", Pattern.CASE_INSENSITIVE);

    @Override
    public Need needs() {
        return Need.digits(2);
    }

    @Override
    public List<Span> find(String text, Stretch stretch) {
        var spans = new ArrayList<Span>();
        Matcher opening = OPENING.matcher(text).region(stretch.start(), stretch.end());
        opening.useTransparentBounds(true);
        while (opening.find()) {
            int length =
                    LENGTHS.getOrDefault(CheckDigits.compact(opening.group()).substring(0, 2), 0);
            int end = endOf(text, opening.start(), length);
            if (end > 0 && isValid(CheckDigits.compact(text.substring(opening.start(), end)))) {
                spans.add(new Span(opening.start(), end, Kind.IBAN));
            }
        }
        return spans;
    }

    /** Where {@code length} letters and digits end, single separators between them passed over; -1 where they do not. */
    private static int endOf(CharSequence text, int start, int length) {
        int counted = 0;
        int at = start;
        for (; at < text.length() && counted < length; at++) {
            if (isAlphanumeric(text.charAt(at))) {
                counted++;
            } else if (!isSeparator(text.charAt(at)) || !isAlphanumeric(text.charAt(at - 1))) {
                return -1;
            }
        }
        boolean isWhole = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return counted == length && length > 0 && isWhole ? at : -1;
    }

    private static boolean isValid(String iban) {
        return CheckDigits.mod97(iban.substring(4) + iban.substring(0, 4)) == 1;
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.';
    }

    private static Map<String, Integer> lengths(String table) {
        var lengths = new HashMap<String, Integer>();
        for (String entry : table.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
