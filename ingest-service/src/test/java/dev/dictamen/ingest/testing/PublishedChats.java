package dev.dictamen.ingest.testing;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the gate let through: both lanes, read from their beginning. */
public final class PublishedChats implements AutoCloseable {
    private final TopicReader<ClosedChat> lanes;

    public PublishedChats(TestBroker broker) {
        var topics = ContractTopics.ALL;
        lanes = TopicReader.of(broker.addresses(), ClosedChat.class, topics.closed(), topics.backlog());
    }

    /** Every version so far. */
    public List<ClosedChat> all() {
        return lanes.values();
    }

    /** The ids of the chats so far, one for each version. */
    public List<String> ids() {
        return lanes.keys();
    }

    /** The versions of one chat so far. */
    public List<ClosedChat> of(String chatId) {
        return lanes.of(chatId).stream().map(TopicReader.Seen::value).toList();
    }

    /** The newest version of each chat so far. */
    public Collection<ClosedChat> newest() {
        Map<String, ClosedChat> newest = new LinkedHashMap<>();
        all().forEach(chat ->
                newest.merge(chat.chatId(), chat, (one, other) -> one.revision() > other.revision() ? one : other));
        return newest.values();
    }

    @Override
    public void close() {
        lanes.close();
    }
}
