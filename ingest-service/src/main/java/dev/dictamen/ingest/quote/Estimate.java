package dev.dictamen.ingest.quote;

import dev.dictamen.contract.replay.Quote.Cost;
import org.jspecify.annotations.Nullable;

/** What asking so many chats takes, by what was measured so far. */
final class Estimate {
    private static final double MILLION = 1_000_000;
    private static final double HOUR = 3_600;
    /** Until the first verdict of a replay is counted and after the last, beside the calls themselves. */
    private static final double OVERHEAD_SECONDS = 1;

    private final ReplayProperties prices;
    private final BulkCapacity capacity;

    Estimate(ReplayProperties prices, BulkCapacity capacity) {
        this.prices = prices;
        this.capacity = capacity;
    }

    /**
     * @param ratePerSecond most chats a second; null for no bound
     * @param others replays that run beside it and share the capacity
     */
    Cost of(long chats, Tokens tokens, @Nullable Double ratePerSecond, int others) {
        var pace = capacity.pace();
        Double seconds = pace == null ? null : seconds(chats, pace, ratePerSecond, others);
        Double gpuSeconds = pace == null ? null : chats / pace.chatsPerSecond() * capacity.replicas();
        var money = money(tokens, gpuSeconds);
        return new Cost(
                tokens.in(),
                tokens.out(),
                gpuSeconds,
                money,
                money == null ? null : prices.currency(),
                seconds == null ? null : Math.round(seconds));
    }

    private static double seconds(long chats, BulkCapacity.Pace pace, @Nullable Double ratePerSecond, int others) {
        if (chats == 0) {
            return 0;
        }
        double calls = chats * (1.0 + others) / pace.chatsPerSecond();
        double paced = ratePerSecond == null ? 0 : chats / ratePerSecond;
        return Math.max(calls, paced) + pace.secondsAChat() + OVERHEAD_SECONDS;
    }

    private @Nullable Double money(Tokens tokens, @Nullable Double gpuSeconds) {
        if (prices.pricePerGpuHour() > 0) {
            return gpuSeconds == null ? null : gpuSeconds / HOUR * prices.pricePerGpuHour();
        }
        var in = tokens.in();
        var out = tokens.out();
        return prices.pricePerMillionTokens() > 0 && in != null && out != null
                ? (in + out) / MILLION * prices.pricePerMillionTokens()
                : null;
    }

    /** Tokens of all chats together; null where nothing was judged yet. */
    record Tokens(@Nullable Long in, @Nullable Long out) {}
}
