package dev.dictamen.gateway.replay;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Ids of replays: the day, and some letters by lot. */
final class ReplayIds {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LETTERS_BY_LOT = 6;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final SecureRandom LOT = new SecureRandom();

    private ReplayIds() {}

    static String draw(Instant now) {
        return LOT.ints(LETTERS_BY_LOT, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .collect(Collectors.joining("", "r-" + DAY.format(now) + "-", ""));
    }
}
