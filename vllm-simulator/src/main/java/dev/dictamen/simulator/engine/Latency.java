package dev.dictamen.simulator.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a generation keeps its slot, by llm-d-inference-sim's model: prefill + (output tokens - 1) × inter-token latency,
 * times a factor that grows with the slots in use. Samples stay within ±70 % of their mean.
 *
 * @param timeToFirstToken prefill of the {@code constant} calculator
 * @param timeToFirstTokenStdDev its standard deviation
 * @param interTokenLatency time per output token with one generation running
 * @param interTokenLatencyStdDev its standard deviation
 * @param prefill prefill of the {@code per-token} calculator
 * @param factorUnderLoad the factor when every slot is taken; at least 1
 */
public record Latency(
        Duration timeToFirstToken,
        Duration timeToFirstTokenStdDev,
        Duration interTokenLatency,
        Duration interTokenLatencyStdDev,
        Prefill prefill,
        double factorUnderLoad) {
    private static final double WIDEST_SAMPLE = 0.7;

    public Latency {
        if (factorUnderLoad < 1) {
            throw new IllegalArgumentException("time-factor-under-load must be at least 1, got " + factorUnderLoad);
        }
    }

    /**
     * Prefill as a function of the prompt's length.
     *
     * @param perToken whether it replaces the time to first token ({@code --latency-calculator per-token})
     */
    public record Prefill(boolean perToken, Duration overhead, Duration timePerToken, Duration stdDev) {}

    /**
     * Time until the first token.
     *
     * @param load slots in use over slots, 0 to 1
     */
    public Duration timeToFirst(int promptTokens, double load, RandomGenerator random) {
        double mean = prefill.perToken()
                ? prefill.overhead().toNanos()
                        + (double) promptTokens * prefill.timePerToken().toNanos()
                : nanosOf(timeToFirstToken);
        var deviation = prefill.perToken() ? prefill.stdDev() : timeToFirstTokenStdDev;
        return nanos(factor(load) * sample(mean, nanosOf(deviation), random));
    }

    /** Time from the first token to the last. */
    public Duration decode(int outputTokens, double load, RandomGenerator random) {
        int gaps = Math.max(0, outputTokens - 1);
        double deviation = gaps == 0 ? 0 : nanosOf(interTokenLatencyStdDev) / Math.sqrt(gaps);
        return nanos(factor(load) * gaps * sample(nanosOf(interTokenLatency), deviation, random));
    }

    private double factor(double load) {
        return 1 + (factorUnderLoad - 1) * Math.clamp(load, 0, 1);
    }

    private static double sample(double mean, double deviation, RandomGenerator random) {
        double sampled = mean + deviation * random.nextGaussian();
        return Math.clamp(sampled, mean * (1 - WIDEST_SAMPLE), mean * (1 + WIDEST_SAMPLE));
    }

    private static double nanosOf(Duration duration) {
        return (double) duration.toNanos();
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos((long) nanos);
    }
}
