package dev.dictamen.ingest.gate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.PermanentFailureException;
import org.apache.kafka.streams.processor.api.Record;
import tools.jackson.core.JacksonException;

/** Reads a found record. */
final class FoundChats {
    private FoundChats() {}

    /** The chat that the record holds; throws {@link PermanentFailureException} for what is not a chat of that key. */
    static ClosedChat read(Record<String, byte[]> found) {
        if (found.value() == null) {
            throw new PermanentFailureException("a found record without a value");
        }
        ClosedChat chat = parse(found.value());
        if (chat == null || !chat.chatId().equals(found.key())) {
            throw new PermanentFailureException("a found record whose key is not its chat's id");
        }
        return chat;
    }

    private static ClosedChat parse(byte[] json) {
        try {
            return ContractJson.mapper().readValue(json, ClosedChat.class);
        } catch (JacksonException e) {
            throw new PermanentFailureException(
                    "a found record that is not a closed chat: " + e.getOriginalMessage(), e);
        }
    }
}
