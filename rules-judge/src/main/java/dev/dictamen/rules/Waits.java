package dev.dictamen.rules;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the customer waited for the agent's first answer, and for the slowest of the others. */
record Waits(
        @Nullable Message firstReply,
        @Nullable Duration first,
        @Nullable Message longestReply,
        @Nullable Duration longest) {

    static Waits of(List<Message> chat) {
        var found = new Waits(null, null, null, null);
        @Nullable Message asked = null;
        for (var message : chat) {
            if (message.isCustomer()) {
                asked = asked == null ? message : asked;
            } else if (message.isAgent()) {
                found = asked == null ? found : found.with(message, between(asked, message));
                asked = null;
            }
        }
        return found;
    }

    private Waits with(Message reply, @Nullable Duration wait) {
        if (firstReply == null) {
            return new Waits(reply, wait, null, null);
        }
        boolean longer = wait != null && (longest == null || wait.compareTo(longest) > 0);
        return longer ? new Waits(firstReply, first, reply, wait) : this;
    }

    /** A clock that went back is not a wait. */
    private static @Nullable Duration between(Message asked, Message answered) {
        if (asked.sinceStart() == null || answered.sinceStart() == null) {
            return null;
        }
        var wait = answered.sinceStart().minus(asked.sinceStart());
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
