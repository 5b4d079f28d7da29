package dev.dictamen.ingest.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations that are about one thing, counted. Its size has a bound. Not thread-safe. */
final class IntentTally {
    private static final int SHOWN_CONTEXTS = 3;
    private static final int MOST_CONTEXTS = 500;

    private final IntentRule rule;
    private final Mean unresolved = new Mean();
    private final Mean csat = new Mean();
    private final Map<String, Long> contexts = new LinkedHashMap<>();
    private long frequency;

    IntentTally(IntentRule rule) {
        this.rule = rule;
    }

    void add(Stated stated, String said) {
        if (rule.fits(stated, said)) {
            frequency++;
            unresolved.add(stated.unresolved());
            csat.add(stated.csat());
            count(stated.context());
        }
    }

    /** Of more contexts than there is room for, those that came up first are counted. */
    private void count(@Nullable String context) {
        if (context != null && (contexts.size() < MOST_CONTEXTS || contexts.containsKey(context))) {
            contexts.merge(context, 1L, Long::sum);
        }
    }

    IntentRule rule() {
        return rule;
    }

    long frequency() {
        return frequency;
    }

    @Nullable
    Double unresolvedRate() {
        return unresolved.value();
    }

    @Nullable
    Double meanCsat() {
        return csat.value();
    }

    /** The most frequent ones, "name:count"; of equally frequent ones the one that came up first. */
    List<String> topContexts() {
        return contexts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN_CONTEXTS)
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList();
    }
}
