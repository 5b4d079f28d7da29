package dev.dictamen.stack.importing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Times that could not be read: the chats have none there.
 *
 * @param examples the first different ones, quoted
 */
record UnreadTimes(long count, List<String> examples) {
    static final UnreadTimes NONE = new UnreadTimes(0, List.of());
    private static final int SHOWN = 3;

    UnreadTimes {
        examples = List.copyOf(examples);
    }

    UnreadTimes and(UnreadTimes more) {
        var together = Stream.concat(examples.stream(), more.examples.stream())
                .distinct()
                .limit(SHOWN)
                .toList();
        return new UnreadTimes(count + more.count, together);
    }
}
