package dev.dictamen.ingest.redact;

import java.util.regex.Pattern;

/** Whether digits are a payment card's number: an issuer's prefix with a length it gives out (ISO/IEC 7812-1), and Luhn. */
final class CardNumber {
    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    private static final Pattern ISSUED = Pattern.compile(
            "4(?:\\d{12}|\\d{15}|\\d{18})" // Visa
                    + "|5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}" // Mastercard
                    + "|3[47]\\d{13}" // American Express
                    + "|3(?:0[0-5]|095|[689]\\d)\\d{11}|3[689]\\d{14}" // Diners Club
                    + "|35(?:2[89]|[3-8]\\d)\\d{12,15}" // JCB
                    + "|6(?:011|4[4-9]\\d|5\\d\\d|2\\d\\d)\\d{12,15}" // Discover, UnionPay
                    + "|(?:50|5[6-9]|6\\d)\\d{12,17}"); // Maestro and national schemes

    private CardNumber() {}

    static boolean isValid(CharSequence digits) {
        return digits.length() >= SHORTEST
                && CheckDigits.isLuhn(digits)
                && ISSUED.matcher(digits).matches();
    }
}
