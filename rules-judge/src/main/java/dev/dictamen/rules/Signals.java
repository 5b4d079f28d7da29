package dev.dictamen.rules;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted in a chat.
 *
 * @param waits how long the customer waited
 * @param outcome what became of the matter
 * @param treatment how the agent wrote
 * @param customer how the customer took it
 * @param lastOfAgent the agent's last message
 */
record Signals(
        Waits waits,
        Outcome outcome,
        Treatment treatment,
        Customer customer,
        @Nullable Message lastOfAgent) {

    /**
     * What became of the matter.
     *
     * @param resolution the last agent message that says it is done
     * @param confirmation the customer's message, after an answer, that says it worked
     * @param refusal the last agent message that says it cannot be done
     * @param unanswered the customer's last message, when it asks or complains and nobody answered it
     */
    record Outcome(
            @Nullable Message resolution,
            @Nullable Message confirmation,
            @Nullable Message refusal,
            @Nullable Message unanswered) {}

    /**
     * How the agent wrote.
     *
     * @param rude agent messages that offend
     * @param courteous agent messages with a courtesy
     * @param empathetic agent messages that apologise or understand
     * @param followUp the last agent message that offers more
     */
    record Treatment(
            List<Message> rude,
            List<Message> courteous,
            List<Message> empathetic,
            @Nullable Message followUp) {}

    /**
     * How the customer took it.
     *
     * @param complaints customer messages that complain, or say that it is not solved
     * @param chased customer messages that ask whether anybody is there
     * @param thanks the customer's last message of thanks or delight
     * @param last the customer's last message
     */
    record Customer(
            List<Message> complaints,
            List<Message> chased,
            @Nullable Message thanks,
            @Nullable Message last) {}

    static Signals of(List<Message> chat) {
        var agent = chat.stream().filter(Message::isAgent).toList();
        var customer = chat.stream().filter(Message::isCustomer).toList();
        var waits = Waits.of(chat);
        return new Signals(
                waits,
                outcome(chat, agent, customer, waits.firstReply()),
                treatment(agent),
                customer(customer, waits.firstReply()),
                agent.isEmpty() ? null : agent.getLast());
    }

    private static Outcome outcome(
            List<Message> chat, List<Message> agent, List<Message> customer, @Nullable Message firstReply) {
        return new Outcome(
                last(agent, message -> Words.RESOLUTION.statedIn(message) && !Words.REFUSAL.in(message)),
                last(customer, message -> confirms(message) && isAfter(message, firstReply)),
                last(agent, Words.REFUSAL::in),
                unanswered(chat));
    }

    private static Treatment treatment(List<Message> agent) {
        return new Treatment(
                all(agent, Words.RUDENESS::in),
                all(agent, Words.COURTESY::in),
                all(agent, Words.EMPATHY::in),
                last(agent, Words.FOLLOW_UP::in));
    }

    private static Customer customer(List<Message> customer, @Nullable Message firstReply) {
        return new Customer(
                all(
                        customer,
                        message -> complainsInWords(message)
                                || (Words.NOT_SOLVED.in(message) && isAfter(message, firstReply))),
                all(customer, Words.CHASING::in),
                last(customer, message -> isThanks(message) && isAfter(message, firstReply)),
                customer.isEmpty() ? null : customer.getLast());
    }

    /** Solved by somebody's words, and not contradicted by the customer afterwards. */
    boolean isResolved() {
        var solvedAt = later(outcome.resolution, outcome.confirmation);
        return solvedAt != null
                && customer.complaints.stream().noneMatch(complaint -> complaint.index() > solvedAt.index())
                && !isOpen();
    }

    boolean isOpen() {
        return outcome.unanswered != null;
    }

    /** Whether the customer's last words thank, and complain of nothing. */
    boolean endsInThanks() {
        return customer.thanks != null && customer.thanks.equals(customer.last);
    }

    private static @Nullable Message later(@Nullable Message one, @Nullable Message other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.index() > other.index() ? one : other;
    }

    private static boolean complains(Message message) {
        return complainsInWords(message) || Words.NOT_SOLVED.in(message);
    }

    private static boolean complainsInWords(Message message) {
        return Words.COMPLAINT.in(message) && Words.COMPLAINT.isIn(Statements.notOfGrades(message.folded()));
    }

    private static boolean confirms(Message message) {
        return Words.CUSTOMER_CONFIRMS.statedIn(message) && !message.asks() && !complains(message);
    }

    private static boolean isThanks(Message message) {
        return (Words.THANKS.in(message) || Words.DELIGHT.statedIn(message)) && !complains(message);
    }

    private static boolean isAfter(Message message, @Nullable Message reply) {
        return reply != null && message.index() > reply.index();
    }

    private static @Nullable Message unanswered(List<Message> chat) {
        var last = last(chat, message -> message.isAgent() || message.isCustomer());
        return last != null
                        && last.isCustomer()
                        && (last.asks() || complains(last) || Words.CHASING.in(last))
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
