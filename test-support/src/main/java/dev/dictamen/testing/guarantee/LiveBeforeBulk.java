package dev.dictamen.testing.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The promise that no bulk chat is taken up while a live one waits. It is told the order of what happened; what was under
 * way already when a live chat came is not taken back.
 */
public final class LiveBeforeBulk {
    private final Predicate<String> isLive;
    private final List<String> waiting = new ArrayList<>();
    private final List<String> overtaken = new ArrayList<>();
    private int begun;

    /** @param isLive tells live ids from bulk ones */
    public LiveBeforeBulk(Predicate<String> isLive) {
        this.isLive = isLive;
    }

    /** A chat came and waits to be taken up. */
    public synchronized void waits(String id) {
        if (isLive.test(id)) {
            waiting.add(id);
        }
    }

    /** A chat was taken up. */
    public synchronized void begins(String id) {
        begun++;
        if (isLive.test(id)) {
            waiting.remove(id);
        } else if (!waiting.isEmpty()) {
            overtaken.add(id + " before " + waiting.getFirst());
        }
    }

    /** Fails with the bulk chats that went before a live one that waited. */
    public synchronized void holds() {
        assertThat(begun).as("chats taken up").isPositive();
        assertThat(overtaken).as("bulk chats taken up while a live one waited").isEmpty();
    }
}
