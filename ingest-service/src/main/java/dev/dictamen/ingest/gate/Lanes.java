package dev.dictamen.ingest.gate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Topics;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the lane of a chat: live, or bulk when it closed long before it was seen, or is so long that live chats would wait
 * for it. No closing time means live.
 *
 * @param backlogAfter from closing time to being seen
 * @param bulkAbove characters of all its messages
 */
record Lanes(Topics topics, Duration backlogAfter, int bulkAbove) {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    GateOutcome of(ClosedChat chat) {
        return isOld(chat) || isLong(chat) ? GateOutcome.BACKLOG : GateOutcome.CLOSED;
    }

    private boolean isOld(ClosedChat chat) {
        var closedAt = chat.closedAt();
        return closedAt != null && closedAt.isBefore(chat.ingestedAt().minus(backlogAfter));
    }

    private boolean isLong(ClosedChat chat) {
        long characters = chat.characters();
        if (characters > bulkAbove) {
            log.info("event=long-chat chatId={} characters={} lane=bulk", chat.chatId(), characters);
        }
        return characters > bulkAbove;
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
