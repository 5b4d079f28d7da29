package dev.dictamen.ingest.figures;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Role;
import java.util.List;
import java.util.Locale;

/** What was said in a conversation, as phrases are looked for in it. */
final class Spoken {
    /** Where the text is cut: what customers want is said long before. */
    static final int MOST = 50_000;

    private Spoken() {}

    /** The texts of customer, agents and bots in their order, in lower case, a blank between two. */
    static String text(List<ChatMessage> messages) {
        var said = new StringBuilder();
        for (ChatMessage message : messages) {
            if (isSaid(message.role())) {
                said.append(message.text(), 0, Math.min(message.text().length(), MOST - said.length()));
                if (said.length() >= MOST) {
                    break;
                }
                said.append(' ');
            }
        }
        return said.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSaid(Role role) {
        return switch (role) {
            case CUSTOMER, AGENT, BOT -> true;
            case SYSTEM, NOTE -> false;
        };
    }
}
