package dev.dictamen.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.source.SourceDatabase;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.testing.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** inspect on real databases: known products, an unknown one, a shop, and nothing at all. */
class InspectIT {
    private static final String SCHEMA = "inspected";
    /** Leaves of the preset that the heuristics alone do not reach; may only become fewer. */
    private static final Map<ChatProduct, Integer> DIFFERING_LEAVES =
            Map.of(ChatProduct.LIVEHELPERCHAT, 7, ChatProduct.WHATICKET, 2);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @MethodSource("productsOnServers")
    void aKnownProductIsRecognisedAndItsDraftIsThePreset(ChatProduct product, TestDatabase server) throws IOException {
        product.load(server, SCHEMA);

        var draft = draft(server);

        assertThat(said()).contains("SOURCE_MAPPING=" + product.preset() + " fits as it is");
        assertThat(draft).isEqualTo(Mappings.presetText(product.preset()));
    }

    @ParameterizedTest
    @MethodSource("productsOnServers")
    void withoutPresetsTheDraftComesAsCloseAsItDid(ChatProduct product, TestDatabase server) throws IOException {
        product.load(server, SCHEMA);

        var draft = draft(server, "--no-presets");

        fits(draft, server);
        assertThat(differences(draft, product))
                .as("%s%n%s", draft, said())
                .hasSizeLessThanOrEqualTo(DIFFERING_LEAVES.getOrDefault(product, 0));
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void aKnownProductIsRecognisedUnderAPrefix(TestDatabase server) throws IOException {
        ChatProduct.WHATICKET.load(server, SCHEMA);
        server.run(
                SCHEMA,
                "RENAME TABLE Tickets TO w_Tickets, Messages TO w_Messages, Users TO w_Users, Queues TO w_Queues");

        var draft = draft(server);

        fits(draft, server);
        assertThat(differences(draft, ChatProduct.WHATICKET)).containsExactly("tablePrefix");
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void anUnknownChatSchemaGetsADraftThatFits(TestDatabase server) throws IOException {
        server.emptySchema(SCHEMA);
        server.run(SCHEMA, UnknownProduct.sql());

        var draft = draft(server);

        fits(draft, server);
        assertThat(FlatYaml.of(draft).leaves()).as("%s%n%s", draft, said()).containsAllEntriesOf(UnknownProduct.KNOWN);
        assertThat(said()).contains("no index of table conversation_line begins with conversation_id");
        assertThat(said()).doesNotContain(UnknownProduct.SECRET).doesNotContain("Persona");
    }

    @ParameterizedTest
    @MethodSource("inventedOnServers")
    void chatsAreFoundByTheirShapeWhereNamesTellLittle(InventedSchemas invented, TestDatabase server)
            throws IOException {
        server.emptySchema(SCHEMA);
        server.run(SCHEMA, invented.sql());

        var draft = draft(server);

        fits(draft, server);
        var leaves = FlatYaml.of(draft).leaves();
        assertThat(leaves)
                .as("%s%n%s", draft, said())
                .contains(entry("chat.table", invented.chats), entry("messages.table", invented.messages));
        assertThat(leaves.entrySet())
                .as(draft)
                .anyMatch(leaf -> leaf.getKey().startsWith("chat.closed.")
                        && leaf.getValue().equals("9"))
                .anyMatch(leaf -> leaf.getKey().startsWith("messages.roles[{\"role\":\"customer\"")
                        && leaf.getKey().contains("\"C\""))
                .anyMatch(leaf -> leaf.getKey().startsWith("messages.roles[{\"role\":\"agent\"")
                        && leaf.getKey().contains("\"A\""))
                .anyMatch(leaf -> leaf.getKey().equals("chat.closedAt"))
                .anyMatch(leaf -> leaf.getKey().equals("messages.sentAt"));
        assertThat(said()).doesNotContain(InventedSchemas.SECRET).doesNotContain("Persona");
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void aSchemaWithoutTablesIsCalledSo(TestDatabase server) {
        server.emptySchema(SCHEMA);

        assertThat(run(server)).isEqualTo(4);
        assertThat(said()).contains("The schema inspected has no tables");
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void aShopHasNoChats(TestDatabase server) {
        server.emptySchema(SCHEMA);
        server.run(SCHEMA, UnknownProduct.shopSql());

        assertThat(run(server)).isEqualTo(4);
        assertThat(said()).contains("No table of inspected looks like chats");
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void aWrongPasswordAndAMissingSchemaAreCalledSo(TestDatabase server) {
        server.emptySchema(SCHEMA);

        assertThat(command("--url", server.serverUrl() + SCHEMA, "--username", "nobody", "--password", "wrong"))
                .isEqualTo(3);
        assertThat(said()).contains("refuses the user \"nobody\"").doesNotContain("wrong ");
        assertThat(command(
                        "--url",
                        server.serverUrl() + "absent",
                        "--username",
                        server.username(),
                        "--password",
                        server.password()))
                .isEqualTo(3);
        assertThat(said()).contains("has no schema absent");
    }

    private String draft(TestDatabase server, String... more) throws IOException {
        var file = folder.resolve("draft.yml");
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--out", file.toString()));
        assertThat(run(server, arguments.toArray(String[]::new))).as(this::said).isZero();
        return Files.readString(file);
    }

    private int run(TestDatabase server, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--url",
                server.serverUrl() + SCHEMA,
                "--username",
                server.username(),
                "--password",
                server.password()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    private int command(String... arguments) {
        return new InspectMain(variable -> "", new PrintStream(printed, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> differences(String draft, ChatProduct product) {
        return FlatYaml.of(draft).differences(FlatYaml.of(Mappings.presetText(product.preset())));
    }

    private static void fits(String draft, TestDatabase server) {
        try (var database = new SourceDatabase(server.serverUrl() + SCHEMA, server.username(), server.password())) {
            assertThat(MappingCheck.of(Mappings.parse(draft, "draft"), LiveSchema.of(database.client()))
                            .problems())
                    .isEmpty();
        }
    }

    static Stream<Arguments> inventedOnServers() {
        return ChatProduct.serversInDepth()
                .flatMap(server -> Stream.of(InventedSchemas.values()).map(invented -> Arguments.of(invented, server)));
    }

    static Stream<Arguments> productsOnServers() {
        return ChatProduct.servers()
                .flatMap(server -> Stream.of(ChatProduct.values()).map(product -> Arguments.of(product, server)));
    }
}
