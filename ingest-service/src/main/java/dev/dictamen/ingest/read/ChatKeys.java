package dev.dictamen.ingest.read;

import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.KeyType;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.SourceMapping;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of chats and messages by the types of their columns, which the database is asked once: one text for one key, from whichever
 * side it comes. Safe for use by several threads.
 */
public final class ChatKeys {
    private final Supplier<Types> asked;
    private volatile @Nullable Types known;

    /** {@code asked} may throw what the database throws; it is then asked again. */
    public ChatKeys(Supplier<Types> asked) {
        this.asked = asked;
    }

    /**
     * @param chat of the chat's own key
     * @param reference of the column by which a message names its chat
     * @param message of the message's own key
     */
    public record Types(KeyType chat, KeyType reference, KeyType message) {
        /** The types of a mapping's columns, which are there. */
        public static Types of(SourceMapping mapping, LiveSchema schema) {
            var messages = mapping.messages();
            var reference = ColumnReference.of(messages.chat());
            var referring = reference.isOwn()
                    ? messages.table()
                    : Objects.requireNonNull(messages.joins().get(reference.join()))
                            .table();
            return new Types(
                    type(mapping, schema, mapping.chat().table(), mapping.chat().key()),
                    type(mapping, schema, referring, reference.column()),
                    type(mapping, schema, messages.table(), messages.key()));
        }

        private static KeyType type(SourceMapping mapping, LiveSchema schema, String table, String column) {
            var found = schema.table(mapping.tableName(table)).orElseThrow().column(column);
            return KeyType.of(found.orElseThrow()).orElseGet(() -> asText(found.get()));
        }

        /** A message's key by which nothing is looked up. */
        private static KeyType asText(LiveColumn column) {
            return new KeyType.Words(column.type(), false);
        }
    }

    /** Types of the same keys as they are bound: {@code values} has what to bind for each of {@code texts}. */
    record Bound(List<String> texts, List<Object> values) {
        private static Bound of(KeyType type, Collection<String> keys) {
            var texts = keys.stream().filter(key -> type.bound(key).isPresent()).toList();
            return new Bound(
                    texts,
                    texts.stream().map(type::bound).flatMap(Optional::stream).toList());
        }

        boolean isEmpty() {
            return texts.isEmpty();
        }
    }

    /** Asks the database now, where it has not been asked. */
    Types types() {
        var now = known;
        if (now == null) {
            now = asked.get();
            known = now;
        }
        return now;
    }

    /** A chat's id, of the value in its own row. */
    public Optional<String> ofChat(@Nullable Object value) {
        return Optional.ofNullable(value).flatMap(types().chat()::text);
    }

    /** A chat's id, of the value in a message's row; one that the server takes for the same may be spelled in another way. */
    public Optional<String> ofReference(@Nullable Object value) {
        return Optional.ofNullable(value).flatMap(types().reference()::text).flatMap(types().chat()::text);
    }

    /** A message's key. */
    public Optional<String> ofMessage(@Nullable Object value) {
        return Optional.ofNullable(value).flatMap(types().message()::text);
    }

    Bound boundChats(Collection<String> keys) {
        return Bound.of(types().chat(), keys);
    }

    Bound boundReferences(Collection<String> keys) {
        return Bound.of(types().reference(), keys);
    }

    Bound boundMessages(Collection<String> keys) {
        return Bound.of(types().message(), keys);
    }

    /** Whether different texts may name the same chat. */
    boolean isSpelledFreely() {
        return types().chat().isSpelledFreely();
    }

    /** Whether different texts in messages may name the same chat. */
    boolean isReferenceSpelledFreely() {
        return isSpelledFreely() && types().reference().isSpelledFreely();
    }

    /** Whether a chat of which only this text is known certainly has it as its key. */
    boolean isFaithful(String key) {
        return types().chat().isFaithful(key);
    }
}
