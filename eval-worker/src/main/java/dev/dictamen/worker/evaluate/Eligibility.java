package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.SkipReason;
import java.util.Optional;

/** Which chats there is nothing to judge in, {@link Spam} among them, or none that could be read. */
final class Eligibility {
    private Eligibility() {}

    static Optional<SkipReason> reasonToSkip(ClosedChat chat) {
        if (chat.skipReason() != null) {
            return Optional.of(chat.skipReason());
        }
        if (chat.messages().isEmpty()) {
            return Optional.of(SkipReason.EMPTY_TRANSCRIPT);
        }
        if (!hasMessageOf(Role.AGENT, chat)) {
            return Optional.of(SkipReason.NO_AGENT_MESSAGE);
        }
        if (!hasMessageOf(Role.CUSTOMER, chat)) {
            return Optional.of(SkipReason.NO_CUSTOMER_MESSAGE);
        }
        return Spam.is(chat) ? Optional.of(SkipReason.SPAM) : Optional.empty();
    }

    private static boolean hasMessageOf(Role role, ClosedChat chat) {
        return chat.messages().stream().anyMatch(message -> message.role() == role);
    }
}
