package dev.dictamen.ingest.inspect.shape;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Chats' times held against their messages' times.
 *
 * @param keys of the sampled chats, in the rows' order
 * @param begins when the first message of each was written
 * @param ends when the last one was
 */
public record TimeFit(List<String> keys, Map<String, OptionalLong> begins, Map<String, OptionalLong> ends) {
    private static final long AROUND_SECONDS = 600;
    private static final long LATER_SECONDS = 3 * 86_400L;
    private static final int FEWEST = 5;

    /** The share of chats whose time stands within ten minutes before, or one after, their first message; 0 for too few. */
    public double opening(List<String> times) {
        return share(times, begins, -AROUND_SECONDS, 60);
    }

    /** The share of chats, of those that have a time, whose time stands from their last message to three days later; 0 for too few. */
    public double closing(List<String> times) {
        return share(times, ends, -60, LATER_SECONDS);
    }

    private double share(List<String> times, Map<String, OptionalLong> messages, long from, long to) {
        int known = 0;
        int fitting = 0;
        for (int row = 0; row < keys.size(); row++) {
            var of = messages.getOrDefault(keys.get(row), OptionalLong.empty());
            var time = Seconds.of(times.get(row));
            if (of.isPresent() && time.isPresent()) {
                long apart = time.getAsLong() - of.getAsLong();
                known++;
                fitting += apart >= from && apart <= to ? 1 : 0;
            }
        }
        return known < FEWEST ? 0 : (double) fitting / known;
    }
}
