package dev.dictamen.ingest.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where spans overlap, one is kept: the longest, among equals the earlier {@link Kind}, then the one that begins first. */
final class Spans {
    private static final Comparator<Span> BY_RANK = Comparator.comparingInt(Span::length)
            .reversed()
            .thenComparing(Span::kind)
            .thenComparingInt(Span::start);
    private static final Comparator<Span> BY_PLACE = Comparator.comparingInt(Span::start);

    private Spans() {}

    /** The spans that are kept, in the order of the text. Sorts by place first, so that only neighbours are compared. */
    static List<Span> resolve(List<Span> found) {
        if (found.isEmpty()) {
            return found;
        }
        var kept = new ArrayList<Span>();
        var cluster = new ArrayList<Span>();
        int clusterEnd = 0;
        for (Span span : found.stream().sorted(BY_PLACE).toList()) {
            if (span.start() >= clusterEnd) {
                keepBest(cluster, kept);
                cluster.clear();
            }
            cluster.add(span);
            clusterEnd = Math.max(clusterEnd, span.end());
        }
        keepBest(cluster, kept);
        kept.sort(BY_PLACE);
        return kept;
    }

    private static void keepBest(List<Span> cluster, List<Span> kept) {
        int before = kept.size();
        for (Span span : cluster.stream().sorted(BY_RANK).toList()) {
            if (kept.subList(before, kept.size()).stream().noneMatch(span::overlaps)) {
                kept.add(span);
            }
        }
    }

    /** The text with each span's placeholder in its place. */
    static String replace(String text, List<Span> resolved) {
        if (resolved.isEmpty()) {
            return text;
        }
        var replaced = new StringBuilder(text.length());
        int from = 0;
        for (Span span : resolved) {
            replaced.append(text, from, span.start()).append(span.kind().placeholder());
            from = span.end();
        }
        return replaced.append(text, from, text.length()).toString();
    }
}
