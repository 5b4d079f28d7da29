package dev.dictamen.worker.vllm;

import dev.dictamen.worker.replicas.Load;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;

/** Reads a server's load from its metrics in Prometheus' text format, old names and new; what is missing is unknown. */
final class LoadText {
    private static final Pattern LABELS_AND_SPACE = Pattern.compile("(\\{.*\\})?\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;

    private LoadText(String text) {
        this.text = text;
    }

    static Load read(String text) {
        var metrics = new LoadText(text);
        return new Load(
                metrics.sum("vllm:num_requests_running").map(Double::intValue).orElse(null),
                metrics.sum("vllm:num_requests_waiting").map(Double::intValue).orElse(null),
                metrics.fullest().orElse(null),
                metrics.sum("vllm:generation_tokens_total")
                        .map(Double::longValue)
                        .orElse(null));
    }

    private Optional<Double> fullest() {
        return over("vllm:kv_cache_usage_perc", Math::max).or(() -> over("vllm:gpu_cache_usage_perc", Math::max));
    }

    private Optional<Double> sum(String name) {
        return over(name, Double::sum);
    }

    /** All label sets of one metric taken together. */
    private Optional<Double> over(String name, DoubleBinaryOperator together) {
        var all = text.lines()
                .filter(line -> line.startsWith(name))
                .flatMapToDouble(line -> valueOf(line.substring(name.length())).stream())
                .reduce(together);
        return all.isPresent() ? Optional.of(all.getAsDouble()) : Optional.empty();
    }

    /** Of what follows the name: labels or none, a value, perhaps a time. Empty for another, longer name. */
    private static OptionalDouble valueOf(String rest) {
        var before = LABELS_AND_SPACE.matcher(rest);
        if (!before.lookingAt()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(SPACE.split(rest.substring(before.end()), 2)[0]);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
