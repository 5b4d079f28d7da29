package dev.dictamen.ingest.gate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Topics;
import java.time.Duration;

/** Chooses the lane of a chat: live, or bulk when it closed long before it was seen. No closing time means live. */
record Lanes(Topics topics, Duration backlogAfter) {
    GateOutcome of(ClosedChat chat) {
        var closedAt = chat.closedAt();
        return closedAt != null && closedAt.isBefore(chat.ingestedAt().minus(backlogAfter))
                ? GateOutcome.BACKLOG
                : GateOutcome.CLOSED;
    }

    String topic(GateOutcome lane) {
        return switch (lane) {
            case CLOSED -> topics.closed();
            case BACKLOG -> topics.backlog();
            case DEAD_LETTER -> Topics.deadLetter(topics.found());
            case UNCHANGED, OUTDATED -> throw new IllegalArgumentException(lane + " goes nowhere");
        };
    }
}
