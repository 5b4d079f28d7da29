package dev.dictamen.testing.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.TreeSet;

/** The promise that a chat has one current evaluation, however often it was sent, judged or stored. */
public final class OneRowPerChat {
    private OneRowPerChat() {}

    /** Fails with the ids that stand there twice; {@code rows} has one id for each row. */
    public static void holdsFor(Collection<String> rows) {
        assertThat(rows).as("rows").isNotEmpty();
        var once = new HashSet<String>();
        var twice = new TreeSet<String>();
        rows.stream().filter(id -> !once.add(id)).forEach(twice::add);
        assertThat(twice).as("chats with more than one row").isEmpty();
    }
}
