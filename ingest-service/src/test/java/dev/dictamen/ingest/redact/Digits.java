package dev.dictamen.ingest.redact;

import java.util.Random;
import java.util.stream.IntStream;

/** Random digits, and check digits counted another way than the detectors count them. */
final class Digits {
    private final Random random;

    Digits(Random random) {
        this.random = random;
    }

    /** A number by a picture: # is any digit, * one of 1 to 9, @ a capital letter, the rest itself. */
    String like(String picture) {
        var number = new StringBuilder();
        for (int at = 0; at < picture.length(); at++) {
            char c = picture.charAt(at);
            switch (c) {
                case '#' -> number.append(random.nextInt(10));
                case '*' -> number.append(1 + random.nextInt(9));
                case '@' -> number.append((char) ('A' + random.nextInt(26)));
                default -> number.append(c);
            }
        }
        return number.toString();
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The digits in groups of the sizes, by a separator. */
    static String grouped(String digits, String separator, int... sizes) {
        var grouped = new StringBuilder();
        int from = 0;
        for (int size : sizes) {
            grouped.append(from == 0 ? "" : separator).append(digits, from, from + size);
            from += size;
        }
        return grouped.append(separator).append(digits, from, digits.length()).toString();
    }

    /** 12345678 as 12.345.678. */
    static String thousands(String digits, String separator) {
        var text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, separator);
        }
        return text.toString();
    }

    static int weighted(String digits, int... weights) {
        return IntStream.range(0, digits.length())
                .map(at -> Character.digit(digits.charAt(at), 36) * weights[at])
                .sum();
    }

    static String luhn(String body) {
        return IntStream.range(0, 10)
                .mapToObj(check -> body + check)
                .filter(Digits::isLuhn)
                .findFirst()
                .orElseThrow();
    }

    static boolean isLuhn(String digits) {
        String twice = "0246813579";
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(at) - '0';
            sum += (digits.length() - at) % 2 == 0 ? twice.charAt(digit) - '0' : digit;
        }
        return sum % 10 == 0;
    }
}
