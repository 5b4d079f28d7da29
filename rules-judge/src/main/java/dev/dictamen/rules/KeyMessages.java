package dev.dictamen.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The agent messages that decided a score: the gravest first until there are enough, then in the chat's order. */
final class KeyMessages {
    private KeyMessages() {}

    static List<Integer> of(Signals signals) {
        var decisive = new ArrayList<@Nullable Message>(signals.treatment().rude());
        decisive.add(
                signals.isResolved()
                        ? signals.outcome().resolution()
                        : signals.outcome().refusal());
        decisive.add(signals.waits().firstReply());
        decisive.add(
                Points.isOver(Points.SLOW, signals.waits().longest())
                        ? signals.waits().longestReply()
                        : null);
        if (!signals.customer().complaints().isEmpty()) {
            decisive.addAll(signals.treatment().empathetic());
        }
        decisive.add(signals.treatment().followUp());
        decisive.add(signals.lastOfAgent());
        return decisive.stream()
                .filter(Objects::nonNull)
                .map(Message::index)
                .distinct()
                .limit(Ruling.MAX_KEY_MESSAGES)
                .sorted()
                .toList();
    }
}
