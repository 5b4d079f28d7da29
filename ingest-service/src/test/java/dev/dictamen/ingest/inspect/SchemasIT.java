package dev.dictamen.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.inspect.products.Edit;
import dev.dictamen.ingest.inspect.products.Product;
import dev.dictamen.ingest.inspect.products.Talk;
import dev.dictamen.ingest.inspect.products.Talks;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.read.ClosedChats;
import dev.dictamen.ingest.source.SourceDatabase;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.testing.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * inspect on ten chat products that it does not know: both tables are named, and with five edited lines at most every chat is read
 * right. Two of them by default, all on both kinds of server with {@code -Ddictamen.long=true}.
 */
class SchemasIT {
    private static final String SCHEMA = "ten_products";
    private static final int TALKS = 220;
    private static final long MOST_EDITS = 5;
    private static final long SEED = 20_260_202;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("productsOnServers")
    void itsChatsAreReadRightWithAFewEditedLines(String name, TestDatabase server, Product product) throws IOException {
        var talks = Talks.invented(SEED, TALKS, product.roles());
        server.emptySchema(SCHEMA);
        server.run(SCHEMA, "ALTER DATABASE " + SCHEMA + " CHARACTER SET utf8mb4; " + product.sql(talks));

        var draft = draft(server);

        assertThat(FlatYaml.of(draft).leaves())
                .as(name + "\n" + draft)
                .contains(entry("chat.table", product.chatTable()), entry("messages.table", product.messageTable()));
        assertThat(product.edits().stream().mapToLong(Edit::lines).sum()).isLessThanOrEqualTo(MOST_EDITS);
        var edited =
                product.edits().stream().reduce(draft, (text, edit) -> edit.appliedTo(text), (one, other) -> other);
        assertThat(read(server, edited, product))
                .as(edited)
                .containsExactlyInAnyOrderEntriesOf(expected(product, talks));
    }

    private static Map<String, List<String>> expected(Product product, List<Talk> talks) {
        return talks.stream()
                .filter(talk -> talk.closedAt() != null)
                .collect(Collectors.toMap(
                        product::chatId,
                        talk -> Stream.concat(
                                        Stream.of("closed " + (product.hasClosingTime() ? talk.closedAt() : "")),
                                        talk.lines().stream()
                                                .map(said -> said.role().word() + " " + said.at() + " " + said.text()))
                                .toList()));
    }

    private static Map<String, List<String>> read(TestDatabase server, String mapping, Product product) {
        try (var database = new SourceDatabase(server.serverUrl() + SCHEMA, server.username(), server.password())) {
            return ClosedChats.of(database, Mappings.parse(mapping, "draft")).values().stream()
                    .collect(Collectors.toMap(ClosedChat::chatId, chat -> lines(chat, product)));
        }
    }

    private static List<String> lines(ClosedChat chat, Product product) {
        @Nullable Object closedAt = product.hasClosingTime() ? chat.closedAt() : "";
        return Stream.concat(
                        Stream.of("closed " + closedAt),
                        chat.messages().stream()
                                .map(message -> message.role().word() + " " + message.sentAt() + " " + message.text()))
                .toList();
    }

    private String draft(TestDatabase server) throws IOException {
        var file = folder.resolve("draft.yml");
        var printed = new ByteArrayOutputStream();
        var exit = new InspectMain(variable -> "", new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(
                        "--url",
                        server.serverUrl() + SCHEMA,
                        "--username",
                        server.username(),
                        "--password",
                        server.password(),
                        "--out",
                        file.toString());
        assertThat(exit).as(printed.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readString(file);
    }

    static Stream<Arguments> productsOnServers() {
        boolean isLong = Boolean.getBoolean("dictamen.long");
        return ChatProduct.serversInDepth()
                .flatMap(server -> Product.all().stream()
                        .limit(isLong ? Long.MAX_VALUE : 2)
                        .map(product -> Arguments.of(product.name(), server, product)));
    }
}
