package dev.dictamen.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.PermanentFailureException;
import dev.dictamen.testing.data.Chats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchStoreTest {
    private final List<ClosedChat> stored = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private boolean databaseAway;
    private final BatchStore<ClosedChat> store = new BatchStore<>(
            ClosedChat.class, this::upsertAll, (record, failure) -> dead.add(String.valueOf(record.key())), "group");

    @Test
    void aSoundBatchIsHandedOverAtOnce() {
        store.storeAll(List.of(record("a"), record("b")));

        assertThat(stored).extracting(ClosedChat::chatId).containsExactly("a", "b");
        assertThat(dead).isEmpty();
    }

    @Test
    void onlyWhatCanNeverBeStoredGoesToTheDeadLetters() {
        var otherKey = new ConsumerRecord<String, @Nullable Object>("t", 0, 0, "x", Chats.any("y"));
        var noValue = new ConsumerRecord<String, @Nullable Object>("t", 0, 1, "z", null);
        var noKey = new ConsumerRecord<@Nullable String, @Nullable Object>("t", 0, 2, null, Chats.any("w"));

        store.storeAll(batch(record("a"), otherKey, noValue, record("refused"), noKey, record("b")));

        assertThat(stored).extracting(ClosedChat::chatId).containsExactly("a", "b");
        assertThat(dead).containsExactly("x", "z", "refused", "null");
    }

    @Test
    void anOutageIsNobodysFaultAndNothingIsDeadLettered() {
        databaseAway = true;

        assertThatThrownBy(() -> store.storeAll(List.of(record("a"), record("refused"))))
                .hasMessage("database away");
        assertThat(dead).isEmpty();
    }

    private void upsertAll(List<ClosedChat> chats) {
        if (databaseAway) {
            throw new IllegalStateException("database away");
        }
        if (chats.stream().anyMatch(chat -> chat.chatId().equals("refused"))) {
            throw new PermanentFailureException("too long");
        }
        stored.addAll(chats);
    }

    private static ConsumerRecord<String, Object> record(String id) {
        return new ConsumerRecord<>("t", 0, 0, id, Chats.any(id));
    }

    @SafeVarargs
    @SuppressWarnings({"unchecked", "varargs", "NullAway"}) // Kafka hands over nulls whatever the types say
    private static List<ConsumerRecord<String, Object>> batch(ConsumerRecord<?, ?>... records) {
        return Stream.of(records)
                .map(record -> (ConsumerRecord<String, Object>) record)
                .toList();
    }
}
