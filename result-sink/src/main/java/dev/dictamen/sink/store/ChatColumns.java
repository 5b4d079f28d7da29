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
                    column("channel", chat -> chat.subject().channel()),
                    column("language", chat -> chat.subject().language()),
                    column("agent_id", chat -> chat.subject().agentId()),
                    column("agent_name", chat -> chat.subject().agentName()),
                    column("team", chat -> chat.subject().team()),
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
