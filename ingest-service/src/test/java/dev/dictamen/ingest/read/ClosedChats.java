package dev.dictamen.ingest.read;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All chats of a database that a mapping reads as closed, by their ids; for tests of other packages. */
public final class ClosedChats {
    private static final int ALL = 10_000;

    private ClosedChats() {}

    public static Map<String, ClosedChat> of(SourceDatabase database, SourceMapping mapping) {
        var types = new ChatKeys(() -> ChatKeys.Types.of(mapping, LiveSchema.of(database.client())));
        var source = new SourceChats(database, mapping, types, Clock.systemUTC());
        var keys = source.page(null, ALL).stream()
                .filter(ScannedChat::isClosed)
                .map(chat -> Wanted.scanned(chat.key()))
                .toList();
        return source.read(keys).values().stream()
                .filter(ReadChat.Publishable.class::isInstance)
                .map(read -> ((ReadChat.Publishable) read).chat())
                .collect(Collectors.toMap(ClosedChat::chatId, Function.identity()));
    }
}
