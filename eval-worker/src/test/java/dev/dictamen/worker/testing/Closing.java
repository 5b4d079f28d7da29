package dev.dictamen.worker.testing;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import java.util.List;
import java.util.stream.IntStream;

/** Closes polite chats, whose ids begin as a test says, as the gate would. The ids are returned. */
public final class Closing {
    private Closing() {}

    public static List<String> live(TestBroker broker, String prefix, int count) {
        return send(broker, ContractTopics.ALL.closed(), chats(prefix, count));
    }

    public static List<String> bulk(TestBroker broker, String prefix, int count) {
        return send(broker, ContractTopics.ALL.backlog(), chats(prefix, count));
    }

    /** Half of them in each lane. */
    public static List<String> inBothLanes(TestBroker broker, String prefix, int count) {
        var chats = chats(prefix, count);
        send(broker, ContractTopics.ALL.closed(), chats.subList(0, count / 2));
        send(broker, ContractTopics.ALL.backlog(), chats.subList(count / 2, count));
        return chats.stream().map(ClosedChat::chatId).toList();
    }

    private static List<String> send(TestBroker broker, String topic, List<ClosedChat> chats) {
        broker.create(topic);
        broker.send(topic, chats);
        return chats.stream().map(ClosedChat::chatId).toList();
    }

    private static List<ClosedChat> chats(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Conversations.polite(prefix + "-" + number))
                .toList();
    }
}
