package dev.dictamen.ingest.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the name that was probably meant. */
final class Nearest {
    private static final double ALIKE = 0.75;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Nearest() {}

    /** The most similar name, none where no one is similar at all. */
    static Optional<String> to(String name, Collection<String> candidates) {
        return candidates.stream()
                .max(Comparator.comparingDouble(candidate -> similarity(name, candidate)))
                .filter(best -> similarity(name, best) >= ALIKE);
    }

    private static double similarity(String name, String candidate) {
        return SIMILARITY.apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
