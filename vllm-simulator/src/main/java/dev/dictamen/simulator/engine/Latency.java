package dev.dictamen.simulator.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a generation keeps its slot, by llm-d-inference-sim's model: prefill + (output tokens - 1) × inter-token latency,
 * times a factor that grows with the slots in use. Samples stay within ±70 % of their mean, unless the times are log-normal:
 * then the whole is times one log-normal factor of mean 1, at most {@value #LONGEST_TAIL}, and the deviations do not count.
 *
 * @param timeToFirstToken prefill of the {@code constant} calculator
 * @param interTokenLatency time per output token with one generation running
 * @param prefill prefill of the {@code per-token} calculator
 * @param factorUnderLoad the factor when every slot is taken; at least 1
 * @param sigma of the log-normal factor; 0 = normal
 */
public record Latency(
        Spread timeToFirstToken, Spread interTokenLatency, Prefill prefill, double factorUnderLoad, double sigma) {
    static final double LONGEST_TAIL = 12;

    private static final double WIDEST_SAMPLE = 0.7;

    public Latency {
        if (factorUnderLoad < 1) {
            throw new IllegalArgumentException("time-factor-under-load must be at least 1, got " + factorUnderLoad);
        }
        if (sigma < 0 || sigma > 3) {
            throw new IllegalArgumentException("latency-sigma must be 0 to 3, got " + sigma);
        }
    }

    /** A mean and its standard deviation. */
    public record Spread(Duration mean, Duration stdDev) {}

    /** How long a call takes: until the first token, and from there to the last. */
    public record Time(Duration first, Duration decode) {
        public Duration total() {
            return first.plus(decode);
        }
    }

    /**
     * Prefill as a function of the prompt's length.
     *
     * @param perToken whether it replaces the time to first token ({@code --latency-calculator per-token})
     */
    public record Prefill(boolean perToken, Duration overhead, Duration timePerToken, Duration stdDev) {}

    /**
     * Draws the time of one call.
     *
     * @param load slots in use over slots, 0 to 1
     */
    public Time draw(int promptTokens, int outputTokens, double load, RandomGenerator random) {
        double tail =
                sigma == 0 ? 1 : Math.min(LONGEST_TAIL, Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2));
        return new Time(
                nanos(tail * nanosOf(timeToFirst(promptTokens, load, random))),
                nanos(tail * nanosOf(decode(outputTokens, load, random))));
    }

    /** Time until the first token, without the tail. */
    Duration timeToFirst(int promptTokens, double load, RandomGenerator random) {
        double mean = prefill.perToken()
                ? prefill.overhead().toNanos()
                        + (double) promptTokens * prefill.timePerToken().toNanos()
                : nanosOf(timeToFirstToken.mean());
        var deviation = prefill.perToken() ? prefill.stdDev() : timeToFirstToken.stdDev();
        return nanos(factor(load) * sample(mean, nanosOf(deviation), random));
    }

    /** Time from the first token to the last, without the tail. */
    Duration decode(int outputTokens, double load, RandomGenerator random) {
        int gaps = Math.max(0, outputTokens - 1);
        double deviation = gaps == 0 ? 0 : nanosOf(interTokenLatency.stdDev()) / Math.sqrt(gaps);
        return nanos(factor(load) * gaps * sample(nanosOf(interTokenLatency.mean()), deviation, random));
    }

    private double factor(double load) {
        return 1 + (factorUnderLoad - 1) * Math.clamp(load, 0, 1);
    }

    private double sample(double mean, double deviation, RandomGenerator random) {
        if (sigma > 0) {
            return mean;
        }
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
