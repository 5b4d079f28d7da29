package dev.dictamen.ingest.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.dictamen.ingest.clues.Need;
import dev.dictamen.ingest.clues.Stretch;
import dev.dictamen.ingest.words.WordList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Telephone numbers by the numbering plans that ITU-T E.164 collects (libphonenumber's data): with + or 00 any country's that is
 * valid; without, one of the six markets' that is written in groups, or in any form where a word names it. Dates, amounts,
 * network addresses and order numbers are none.
 */
final class PhoneDetector implements Detector {
    private static final List<String> MARKETS = List.of("CL", "MX", "ES", "AR", "CO", "PE");
    private static final List<String> MARKET_CODES = List.of("56", "52", "34", "54", "57", "51");
    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_UNNAMED = 9;
    private static final int MOST_DIGITS = 15;
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<![\\d_+#$€])(?<![\\p{L}\\d]-)(?<!\\d[.,:/])(?<![$€] )(?:\\+ ?|00 ?)?\\(?\\+?\\d(?:[ .()\\-/]{0,3}\\d){6,19}(?![\\p{L}\\d_%€$°])(?![-@][\\p{L}\\d])(?![./,:]\\d)");
    private static final Pattern NOT_A_PHONE = Pattern.compile(
            "(?:19|20)\\d{2}[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\\d|3[01]).{0,9}" // year first
                    + "|(?:0?[1-9]|[12]\\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\\1(?:19|20)?\\d{2}(?: .{1,9})?" // day first
                    + "|(?:1?\\d?\\d|2[0-5]\\d)(?:\\.(?:1?\\d?\\d|2[0-5]\\d)){3}" // network address
                    + "|\\d{1,3}(?:\\.\\d{3}){2,}" // an amount
                    + "|-?\\d{1,3}\\.\\d{4,}"); // a coordinate
    private static final Pattern FOUR_FIRST = Pattern.compile("\\(?\\d{4,}[^\\d]+\\d+");
    private static final Pattern AMOUNT_AFTER = Pattern.compile(
            " ?" + WordList.of("personal-data", "unit").regex() + "(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT_BEFORE = Pattern.compile(
            "(?<!\\p{L})" + WordList.of("personal-data", "currency").regex() + "[ $.]{0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_AFTER = Pattern.compile(
            "[ ,.:(\\-]{0,3}(?:(?:es|is) )?(?:(?:mi|el|my|ese|tiene) )?(?:n[uú]mero de )?"
                    + WordList.of("personal-data", "phone after").regex() + "(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Detector candidates = new PatternDetector(
            Kind.PHONE, Need.digits(FEWEST_DIGITS), PatternDetector.Beginning.DIALLED, CANDIDATE, this::isPhone);

    @Override
    public Need needs() {
        return candidates.needs();
    }

    @Override
    public List<Span> find(String text, Stretch stretch) {
        return candidates.find(text, stretch);
    }

    private boolean isPhone(CharSequence text, MatchResult match) {
        int start = match.start();
        int end = match.end();
        String written = match.group();
        int digits = CheckDigits.digits(written).length();
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS + 2 || isAmount(text, start, end)) {
            return false;
        }
        boolean isNamed = NumberContext.before(text, start) == NumberContext.PHONE
                || NAMED_AFTER.matcher(text).region(end, text.length()).lookingAt();
        if (isInternational(written, isNamed)) {
            return true;
        }
        if (NOT_A_PHONE.matcher(written).matches()) {
            return false;
        }
        return isNamed
                ? isPossible(written)
                : isPlain(written, digits) && !OrderNumberContext.precedesOrIdentifies(text, start);
    }

    /** Without any word: long enough, in groups of which the first is a short one, and valid in a market. */
    private boolean isPlain(String written, int digits) {
        boolean isLong =
                digits >= FEWEST_UNNAMED && !FOUR_FIRST.matcher(written).matches();
        return isLong && isGrouped(written) && isValidInAMarket(written);
    }

    /** With its sign it may be one that the plan has not given out yet, if a market's; with 00 it must look like a telephone. */
    private boolean isInternational(String written, boolean isNamed) {
        if (written.contains("+")) {
            return isValid(international(written), "ZZ") || isPossibleInAMarket(international(written));
        }
        return written.startsWith("00") && (isNamed || isGrouped(written)) && isValid(international(written), "ZZ");
    }

    private boolean isPossibleInAMarket(String international) {
        return MARKET_CODES.stream().anyMatch(code -> international.startsWith("+" + code))
                && international.length() > FEWEST_DIGITS + 4
                && numbers.isPossibleNumber(international, "ZZ");
    }

    private static boolean isAmount(CharSequence text, int start, int end) {
        return AMOUNT_AFTER.matcher(text).region(end, text.length()).lookingAt()
                || AMOUNT_BEFORE
                        .matcher(text)
                        .region(Math.max(0, start - 6), start)
                        .find();
    }

    /** Groups as people write telephones: two at least, none but the first two of one digit, and not one long beside many. */
    private static boolean isGrouped(String written) {
        String[] groups = written.replaceAll("^[^\\d]+|[^\\d]+$", "").split("[^\\d]+", -1);
        int longest = 0;
        for (int at = 0; at < groups.length; at++) {
            boolean isPrefix = at == 0 || (at == 1 && groups.length > 3);
            if (groups[at].length() < 2 && !isPrefix) {
                return false;
            }
            longest = Math.max(longest, groups[at].length());
        }
        return groups.length > 1 && longest <= 8 && (longest <= 4 || groups.length <= 3);
    }

    private boolean isValidInAMarket(String written) {
        String plain = plain(written);
        return MARKETS.stream().anyMatch(market -> isValid(plain, market)) || isOfAMarket(written);
    }

    private boolean isOfAMarket(String written) {
        String digits = CheckDigits.digits(written);
        return MARKET_CODES.stream().anyMatch(digits::startsWith) && isValid(international(digits), "ZZ");
    }

    private boolean isPossible(String written) {
        String plain = plain(written);
        return MARKETS.stream().anyMatch(market -> numbers.isPossibleNumber(plain, market));
    }

    /** The digits alone, of which the library makes the same much faster; as it is where a sign decides. */
    private static String plain(String written) {
        return written.contains("+") ? written : CheckDigits.digits(written);
    }

    private boolean isValid(String written, String region) {
        try {
            return numbers.isValidNumber(numbers.parse(written, region));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** With its sign; Mexico's former 1 for mobiles, which many still write, left out. */
    private static String international(String written) {
        String digits = CheckDigits.digits(written);
        String full = digits.startsWith("00") ? digits.substring(2) : digits;
        return "+" + (full.startsWith("521") && full.length() == 13 ? "52" + full.substring(3) : full);
    }
}
