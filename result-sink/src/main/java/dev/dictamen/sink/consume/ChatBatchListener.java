package dev.dictamen.sink.consume;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Groups;
import dev.dictamen.sink.store.ChatRepository;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/** Hands each polled batch of chats, of both lanes, to the repository; offsets are committed only after it returned. */
@Component
class ChatBatchListener {
    private final BatchStore<ClosedChat> store;

    ChatBatchListener(ChatRepository chats, ConsumerRecordRecoverer deadLetters, Groups groups) {
        this.store = new BatchStore<>(ClosedChat.class, chats::upsertAll, deadLetters, groups.sinkChats());
    }

    @KafkaListener(
            id = "chats",
            groupId = "${groups.sink-chats}",
            topics = {"${topics.closed}", "${topics.backlog}"},
            batch = "true",
            concurrency = "2")
    void onChats(List<ConsumerRecord<String, Object>> batch) {
        store.storeAll(batch);
    }
}
