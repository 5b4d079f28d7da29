package dev.dictamen.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.source.SourceDatabase;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.ExpectedChat;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both presets against the products' real databases, on both kinds of server. */
class PresetsIT {
    @ParameterizedTest
    @MethodSource("productsOnServers")
    void everyClosedChatIsReadAsItIsAndNoOther(ChatProduct product, TestDatabase server) {
        product.load(server, "presets");
        try (var database = new SourceDatabase(server.serverUrl() + "presets", server.username(), server.password())) {
            var mapping = Mappings.of(product.preset());
            assertThat(MappingCheck.of(mapping, LiveSchema.of(database.client())))
                    .isEqualTo(new MappingCheck(List.of(), List.of()));

            var keys = new ChatKeys(() -> ChatKeys.Types.of(mapping, LiveSchema.of(database.client())));
            var chats = read(new SourceChats(database, mapping, keys, Clock.systemUTC()));

            var expected = product.expected().stream().map(ExpectedChat::of).toList();
            assertThat(expected).isNotEmpty();
            assertThat(chats.values().stream().map(ExpectedChat::of).toList())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Map<String, ClosedChat> read(SourceChats source) {
        var keys = source.page(null, 10_000).stream()
                .filter(ScannedChat::isClosed)
                .map(chat -> Wanted.scanned(chat.key()))
                .toList();
        return source.read(keys).values().stream()
                .filter(ReadChat.Publishable.class::isInstance)
                .map(read -> ((ReadChat.Publishable) read).chat())
                .collect(Collectors.toMap(ClosedChat::chatId, Function.identity()));
    }

    static Stream<Arguments> productsOnServers() {
        return ChatProduct.servers()
                .flatMap(server -> Stream.of(ChatProduct.values()).map(product -> Arguments.of(product, server)));
    }
}
