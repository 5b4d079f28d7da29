package dev.dictamen.ingest.replay;

import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.ingest.quote.BulkCapacity;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How many chats of all replays together may be on their way: what the bulk slots hold, a quarter more, and what is answered in the time
 * that a chat takes to get there; so nothing waits long in the topic, and a pause takes effect at once.
 */
final class Window {
    private static final int FEWEST = 8;
    private static final double MARGIN = 1.25;
    private static final double SECONDS_ON_THE_WAY = 0.4;

    private final BulkCapacity capacity;

    Window(BulkCapacity capacity) {
        this.capacity = capacity;
    }

    /** How many more may be sent now. */
    int free(Collection<Replay> replays) {
        if (whyClosed() != null) {
            return 0;
        }
        long underWay = replays.stream().mapToLong(Replay::underWay).sum();
        double rate = replays.stream()
                .filter(replay -> replay.is(State.RUNNING))
                .mapToDouble(Replay::rate)
                .sum();
        double most = Math.max(FEWEST, capacity.slots() * MARGIN + rate * SECONDS_ON_THE_WAY);
        return (int) Math.max(0, most - underWay);
    }

    /** Why nothing may be sent; null where something may. */
    @Nullable
    String whyClosed() {
        if (capacity.replicas() == 0) {
            return "no replica takes calls: look at the page of replicas; it goes on by itself";
        }
        return capacity.isPaused() ? "live chats wait: bulk is paused until they have their verdicts" : null;
    }
}
