package dev.dictamen.testing.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** The promise that whatever was sent arrives, whoever is killed in between. Safe for all threads. */
public final class NothingLost {
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    /** These were sent: they must arrive. */
    public NothingLost sent(Collection<String> ids) {
        sent.addAll(ids);
        return this;
    }

    /** How many must arrive. */
    public int count() {
        return sent.size();
    }

    /** Fails with the ids that are missing. */
    public void holdsFor(Collection<String> arrived) {
        assertThat(sent).as("sent").isNotEmpty();
        var missing = new TreeSet<>(sent);
        missing.removeAll(Set.copyOf(arrived));
        assertThat(missing).as("lost of %d sent", sent.size()).isEmpty();
    }

    /** Waits until all have arrived; fails with the ids that are missing then. */
    public void awaitHolds(Duration patience, Callable<? extends Collection<String>> arrived) {
        await().atMost(patience).untilAsserted(() -> holdsFor(arrived.call()));
    }
}
