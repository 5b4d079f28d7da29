package dev.dictamen.ingest.jsonl;

import dev.dictamen.contract.Role;
import java.util.Locale;

/** The words for who wrote a message, Spanish and English, whatever their case. An unknown word is refused by name. */
final class RoleWords {
    private RoleWords() {}

    static Role of(String word, String where) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "user", "customer", "cliente" -> Role.CUSTOMER;
            case "assistant", "agent", "agente" -> Role.AGENT;
            case "bot" -> Role.BOT;
            case "system", "tool" -> Role.SYSTEM;
            case "note" -> Role.NOTE;
            default -> throw new RejectedChatException(where + ": unknown role " + Excerpt.value(word));
        };
    }
}
