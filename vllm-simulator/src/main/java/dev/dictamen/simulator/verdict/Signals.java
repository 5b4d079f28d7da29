package dev.dictamen.simulator.verdict;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted in a chat.
 *
 * @param firstReply the agent's first answer to the customer; null when there is none
 * @param firstWait how long the customer waited for it; null when times are not known
 * @param longestReply the answer that the customer waited longest for, after the first one
 * @param longestWait that wait
 * @param resolution the last agent message that says it is done
 * @param confirmation the customer's message, after an answer, that says it worked
 * @param refusal the last agent message that says it cannot be done
 * @param rude agent messages that offend
 * @param complaints customer messages that complain, or say that it is not solved
 * @param chased customer messages that ask whether anybody is there
 * @param courteous agent messages with a courtesy
 * @param empathetic agent messages that apologise or understand
 * @param followUp the last agent message that offers more
 * @param thanks the customer's last message of thanks or delight
 * @param unanswered the customer's last message, when it asks or complains and nobody answered it
 * @param lastCustomer the customer's last message
 * @param lastAgent the agent's last message
 */
record Signals(
        @Nullable Message firstReply,
        @Nullable Duration firstWait,
        @Nullable Message longestReply,
        @Nullable Duration longestWait,
        @Nullable Message resolution,
        @Nullable Message confirmation,
        @Nullable Message refusal,
        List<Message> rude,
        List<Message> complaints,
        List<Message> chased,
        List<Message> courteous,
        List<Message> empathetic,
        @Nullable Message followUp,
        @Nullable Message thanks,
        @Nullable Message unanswered,
        @Nullable Message lastCustomer,
        @Nullable Message lastAgent) {

    static Signals of(List<Message> chat) {
        var agent = chat.stream().filter(Message::isAgent).toList();
        var customer = chat.stream().filter(Message::isCustomer).toList();
        var waits = Waits.of(chat);
        return new Signals(
                waits.firstReply(),
                waits.first(),
                waits.longestReply(),
                waits.longest(),
                last(agent, message -> Phrases.RESOLUTION.in(message) && !Phrases.REFUSAL.in(message)),
                last(customer, message -> confirms(message) && isAfter(message, waits.firstReply())),
                last(agent, Phrases.REFUSAL::in),
                all(agent, Phrases.RUDENESS::in),
                all(
                        customer,
                        message -> Phrases.COMPLAINT.in(message)
                                || (isUnsolved(message) && isAfter(message, waits.firstReply()))),
                all(customer, Phrases.CHASING::in),
                all(agent, Phrases.COURTESY::in),
                all(agent, Phrases.EMPATHY::in),
                last(agent, Phrases.FOLLOW_UP::in),
                last(customer, message -> isThanks(message) && isAfter(message, waits.firstReply())),
                unanswered(chat),
                customer.isEmpty() ? null : customer.getLast(),
                agent.isEmpty() ? null : agent.getLast());
    }

    /** Solved by somebody's words, and not contradicted by the customer afterwards. */
    boolean isResolved() {
        var solvedAt = later(resolution, confirmation);
        return solvedAt != null
                && complaints.stream().noneMatch(complaint -> complaint.index() > solvedAt.index())
                && !isOpen();
    }

    boolean isOpen() {
        return unanswered != null;
    }

    /** Whether the customer's last words thank, and complain of nothing. */
    boolean endsInThanks() {
        return thanks != null && thanks.equals(lastCustomer);
    }

    private static @Nullable Message later(@Nullable Message one, @Nullable Message other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.index() > other.index() ? one : other;
    }

    private static boolean complains(Message message) {
        return Phrases.COMPLAINT.in(message) || isUnsolved(message);
    }

    private static boolean isUnsolved(Message message) {
        return Phrases.NOT_SOLVED.in(message);
    }

    private static boolean confirms(Message message) {
        return Phrases.CUSTOMER_CONFIRMS.in(message) && !message.asks() && !complains(message);
    }

    private static boolean isThanks(Message message) {
        return (Phrases.THANKS.in(message) || Phrases.DELIGHT.in(message)) && !complains(message);
    }

    private static boolean isAfter(Message message, @Nullable Message reply) {
        return reply != null && message.index() > reply.index();
    }

    private static @Nullable Message unanswered(List<Message> chat) {
        var last = last(chat, message -> message.isAgent() || message.isCustomer());
        return last != null
                        && last.isCustomer()
                        && (last.asks() || complains(last) || Phrases.CHASING.in(last))
                        && !isThanks(last)
                ? last
                : null;
    }

    private static @Nullable Message last(List<Message> messages, Predicate<Message> wanted) {
        return messages.reversed().stream().filter(wanted).findFirst().orElse(null);
    }

    private static List<Message> all(List<Message> messages, Predicate<Message> wanted) {
        return messages.stream().filter(wanted).toList();
    }
}
