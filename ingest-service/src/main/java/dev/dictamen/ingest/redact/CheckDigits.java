package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.Clue;

/** The check digits of public standards, over strings of ASCII digits. */
final class CheckDigits {
    private static final int[] ELEVEN_BY_WEIGHT = {2, 3, 4, 5, 6, 7};
    private static final int[] NIT_WEIGHTS = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};

    private CheckDigits() {}

    /** The digits of a text, the rest left out. */
    static String digits(CharSequence text) {
        var digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (Clue.isDigit(text.charAt(at))) {
                digits.append(text.charAt(at));
            }
        }
        return digits.toString();
    }

    /** Letters and digits of a text in upper case, the rest left out. */
    static String compact(String text) {
        var compact = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    /** Luhn, ISO/IEC 7812-1 annex B: all digits, the last being the check digit. */
    static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digitFromRight(digits, place);
            int doubled = place % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Sum of the digits from the right, weighted 2 to 7 in turn, as RUT, CUIT and RUC count it; 11 minus its rest by 11, 1 to 11. */
    static int complementOfEleven(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += digitFromRight(digits, place) * ELEVEN_BY_WEIGHT[place % ELEVEN_BY_WEIGHT.length];
        }
        return 11 - sum % 11;
    }

    /** The check digit of a Colombian NIT: prime weights from the right, rest by 11, complement unless it is 0 or 1. */
    static int nit(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += digitFromRight(digits, place) * NIT_WEIGHTS[place];
        }
        int rest = sum % 11;
        return rest > 1 ? 11 - rest : rest;
    }

    /** Sum of the digits from the left times the weights in turn. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += (digits.charAt(place) - '0') * weights[place % weights.length];
        }
        return sum;
    }

    /** The rest by 97 of letters (A is 10) and digits, as ISO 7064 MOD 97-10 counts it. */
    static int mod97(String characters) {
        int rest = 0;
        for (int at = 0; at < characters.length(); at++) {
            int value = Character.digit(characters.charAt(at), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    private static int digitFromRight(CharSequence digits, int place) {
        return digits.charAt(digits.length() - 1 - place) - '0';
    }
}
