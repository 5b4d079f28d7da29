package dev.dictamen.sink.store;

import static dev.dictamen.sink.store.Upsert.column;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.ContractJson;
import java.util.List;

/** Which column of {@code chat} holds what of a {@link ClosedChat}. */
final class ChatColumns {
    static final Upsert<ClosedChat> UPSERT = new Upsert<>(
            "chat",
            List.of(column("chat_id", ClosedChat::chatId)),
            List.of(
                    column("source", ClosedChat::source),
                    column("channel", ClosedChat::channel),
                    column("language", ClosedChat::language),
                    column("agent_id", ClosedChat::agentId),
                    column("agent_name", ClosedChat::agentName),
                    column("team", ClosedChat::team),
                    column("customer_ref", ClosedChat::customerRef),
                    column("opened_at", ClosedChat::openedAt),
                    column("closed_at", ClosedChat::closedAt),
                    column("ingested_at", ClosedChat::ingestedAt),
                    column("message_count", chat -> chat.messages().size()),
                    column("messages", chat -> ContractJson.mapper().writeValueAsString(chat.messages())),
                    column("attributes", chat -> ContractJson.mapper().writeValueAsString(chat.attributes()))),
            List.of(column("revision", ClosedChat::revision)));

    private ChatColumns() {}
}
