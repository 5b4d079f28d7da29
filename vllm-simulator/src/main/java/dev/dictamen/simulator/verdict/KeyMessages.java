package dev.dictamen.simulator.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The agent messages that decided a score: the gravest first until there are enough, then in the chat's order. */
final class KeyMessages {
    private KeyMessages() {}

    static List<Integer> of(Signals signals) {
        var decisive = new ArrayList<@Nullable Message>(signals.rude());
        decisive.add(signals.isResolved() ? signals.resolution() : signals.refusal());
        decisive.add(signals.firstReply());
        decisive.add(Points.isOver(Points.SLOW, signals.longestWait()) ? signals.longestReply() : null);
        if (!signals.complaints().isEmpty()) {
            decisive.addAll(signals.empathetic());
        }
        decisive.add(signals.followUp());
        decisive.add(signals.lastAgent());
        return decisive.stream()
                .filter(Objects::nonNull)
                .map(Message::index)
                .distinct()
                .limit(Verdict.MAX_KEY_MESSAGES)
                .sorted()
                .toList();
    }
}
