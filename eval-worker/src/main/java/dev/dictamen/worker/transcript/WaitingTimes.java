package dev.dictamen.worker.transcript;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a customer waited in a chat. Each is null where the times it needs are absent, and none is negative: a clock that
 * went back counts as no wait.
 *
 * @param firstResponse from the customer's first message to the agent's next one
 * @param longest the longest time between the first of some customer's messages and the agent's answer to them
 * @param duration from the chat's opening (else its first message with a time) to its closing (else its last one)
 */
record WaitingTimes(
        @Nullable Duration firstResponse,
        @Nullable Duration longest,
        @Nullable Duration duration) {

    static WaitingTimes of(ClosedChat chat) {
        @Nullable Duration first = null;
        @Nullable Duration longest = null;
        @Nullable Instant since = null;
        boolean waiting = false;
        boolean answered = false;
        for (var message : chat.messages()) {
            if (message.role() == Role.CUSTOMER && !waiting) {
                waiting = true;
                since = message.sentAt();
            } else if (message.role() == Role.AGENT && waiting) {
                var wait = between(since, message.sentAt());
                first = answered ? first : wait;
                longest = isLonger(wait, longest) ? wait : longest;
                waiting = false;
                answered = true;
            }
        }
        return new WaitingTimes(first, longest, between(beginning(chat), end(chat)));
    }

    private static @Nullable Instant beginning(ClosedChat chat) {
        var opened = chat.openedAt();
        return opened != null ? opened : timeOfFirst(chat.messages());
    }

    private static @Nullable Instant end(ClosedChat chat) {
        var closed = chat.closedAt();
        return closed != null ? closed : timeOfFirst(chat.messages().reversed());
    }

    private static @Nullable Instant timeOfFirst(List<ChatMessage> messages) {
        for (var message : messages) {
            if (message.sentAt() != null) {
                return message.sentAt();
            }
        }
        return null;
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return null;
        }
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private static boolean isLonger(@Nullable Duration wait, @Nullable Duration than) {
        return wait != null && (than == null || wait.compareTo(than) > 0);
    }
}
