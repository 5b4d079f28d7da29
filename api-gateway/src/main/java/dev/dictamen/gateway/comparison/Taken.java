package dev.dictamen.gateway.comparison;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What some verdicts took and were asked with.
 *
 * @param usage tokens and seconds, each of all of them together
 * @param promptVersions each once, though of many only two
 * @param models likewise
 * @param simulated whether a simulator answered for one of them
 */
record Taken(Comparison.Usage usage, List<String> promptVersions, List<String> models, boolean simulated) {
    Taken {
        promptVersions = List.copyOf(promptVersions);
        models = List.copyOf(models);
    }

    static Taken sum(List<Taken> parts) {
        return new Taken(
                new Comparison.Usage(
                        sum(parts, Comparison.Usage::tokensIn),
                        sum(parts, Comparison.Usage::tokensCached),
                        sum(parts, Comparison.Usage::tokensReasoning),
                        sum(parts, Comparison.Usage::tokensOut),
                        seconds(parts)),
                distinct(parts.stream().flatMap(part -> part.promptVersions.stream())),
                distinct(parts.stream().flatMap(part -> part.models.stream())),
                parts.stream().anyMatch(Taken::simulated));
    }

    private static @Nullable Long sum(List<Taken> parts, Function<Comparison.Usage, @Nullable Long> tokens) {
        return parts.stream()
                .map(part -> tokens.apply(part.usage))
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    private static @Nullable Double seconds(List<Taken> parts) {
        return parts.stream()
                .map(part -> part.usage.seconds())
                .filter(Objects::nonNull)
                .reduce(Double::sum)
                .orElse(null);
    }

    private static List<String> distinct(Stream<String> words) {
        return words.distinct().toList();
    }

    /** With the mean seconds in place of those of all together. */
    Comparison.Usage usageOf(long verdicts) {
        Double seconds = usage.seconds();
        return new Comparison.Usage(
                usage.tokensIn(),
                usage.tokensCached(),
                usage.tokensReasoning(),
                usage.tokensOut(),
                seconds == null ? null : seconds / verdicts);
    }

    /** The one of all; null where they are several, or none is named. */
    @Nullable
    String promptVersion() {
        return only(promptVersions);
    }

    /** The one of all; null where they are several, or none is named. */
    @Nullable
    String model() {
        return only(models);
    }

    private static @Nullable String only(List<String> words) {
        return words.size() == 1 ? words.getFirst() : null;
    }
}
