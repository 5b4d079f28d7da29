package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.DeskSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A key is one text, whether the log, a select or a message gives it, and a message that leaves a chat is a change of it; every type on every server with {@code -Ddictamen.long=true},
 * three of them in turn else.
 */
class KeyTypesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final boolean IS_LONG = Boolean.getBoolean("dictamen.long");
    private static final String SCHEMA = "keytypes";

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    static Stream<Arguments> typesOnServers() {
        return Stream.of(KeyCase.values())
                .filter(key -> IS_LONG || key.isUsual())
                .flatMap(key -> servers(key).map(server -> Arguments.of(key, server)));
    }

    private static Stream<TestDatabase> servers(KeyCase key) {
        var servers = ChatProduct.servers().filter(key::isOn).toList();
        if (IS_LONG) {
            return servers.stream();
        }
        return Stream.of(key == KeyCase.BINARY_UUID ? servers.getLast() : servers.getFirst());
    }

    @ParameterizedTest
    @MethodSource("typesOnServers")
    void aKeyIsTheSameFromLogSelectAndMessage(KeyCase key, TestDatabase server) {
        var desk = DeskSchema.of(server, SCHEMA, key.type(), key.type());
        desk.open(key.old(), key.spelled());
        desk.close(key.old());
        try (var instance = start(desk);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            follow.awaitScan();

            desk.open(key.live(), key.live());
            desk.close(key.live());
            desk.open(key.gone(), key.gone());
            desk.close(key.gone());
            desk.run("DELETE FROM line WHERE chat_id = " + key.gone() + "; DELETE FROM chat WHERE id = " + key.gone());
            desk.say(key.spelled(), "customer", "'Gracias'");

            assertHasMessages(published, key.text(key.live()), 2);
            assertHasMessages(published, key.text(key.old()), 3);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newest(published, key.text(key.gone())))
                            .extracting(ClosedChat::skipReason)
                            .isEqualTo(SkipReason.VANISHED));
            desk.run("UPDATE line SET chat_id = " + key.live() + " WHERE body = 'Gracias'");
            assertHasMessages(published, key.text(key.live()), 3);
            assertHasMessages(published, key.text(key.old()), 2);
            desk.run("DELETE FROM line WHERE body = 'Gracias'");
            assertHasMessages(published, key.text(key.live()), 2);
            assertThat(published.ids()).containsOnly(key.text(key.old()), key.text(key.live()), key.text(key.gone()));
        }
    }

    private static void assertHasMessages(PublishedChats published, String chat, int messages) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(published.ids()).contains(chat);
            assertThat(newest(published, chat).messages()).hasSize(messages);
        });
    }

    private static ClosedChat newest(PublishedChats published, String chat) {
        return published.of(chat).getLast();
    }

    private IngestInstance start(DeskSchema desk) {
        return IngestInstance.start(
                broker,
                stateDir,
                desk.followed(stateDir, ""),
                "SOURCE_SINCE=2020-01-01T00:00:00Z",
                "SOURCE_QUIET=300ms");
    }
}
