package dev.dictamen.ingest.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** When chats were first seen on a topic, and how long after their commit that was. */
public final class Latencies {
    private final Map<String, Long> arrivedAtMs = new HashMap<>();

    public void arrived(Collection<PublishedChats.Published> versions, long nowMs) {
        versions.forEach(version -> arrivedAtMs.putIfAbsent(version.chat().chatId(), nowMs));
    }

    /** {@code n, p50, p99, max} in milliseconds of the chats whose commits are known. */
    public String since(Map<String, Long> committedAtMs) {
        var sorted = arrivedAtMs.entrySet().stream()
                .filter(arrival -> committedAtMs.containsKey(arrival.getKey()))
                .map(arrival -> arrival.getValue() - committedAtMs.getOrDefault(arrival.getKey(), 0L))
                .sorted()
                .toList();
        return sorted.isEmpty()
                ? "n=0"
                : "n=%d p50=%d ms p99=%d ms max=%d ms"
                        .formatted(
                                sorted.size(),
                                sorted.get(sorted.size() / 2),
                                sorted.get((int) (sorted.size() * 0.99)),
                                sorted.getLast());
    }
}
