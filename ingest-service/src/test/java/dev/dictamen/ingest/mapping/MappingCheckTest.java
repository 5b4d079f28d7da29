package dev.dictamen.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.LiveSchema.LiveView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of a mapping that does not fit the tables there are. */
class MappingCheckTest {
    private static final LiveTable CHATS =
            table("chats", List.of("id"), "id int", "status int", "closed_at datetime", "agent_id int", "note text");
    private static final LiveTable LINES = table(
            "lines", List.of("id", "chat_id"), "id int", "chat_id int", "thread_id int", "body text", "kind tinyint");
    private static final LiveTable THREADS = table("threads", List.of("id"), "id int", "object_id int");
    private static final String TWO_HOPS =
            "chat: thread.object_id\n  joins: {thread: {table: threads, key: id, from: thread_id}}";

    @Test
    void aMappingThatFitsHasNothingSaidOfIt() {
        assertThat(check(SampleMapping.mapping())).isEqualTo(new MappingCheck(List.of(), List.of()));
    }

    @Test
    void aMissingTableIsNamedWithTheNearestThereIs() {
        assertProblem("table: lines", "table: liness", "messages.table: there is no table liness; nearest: lines");
        assertProblem("name: sample", "name: sample\ntablePrefix: x", "chat.table: there is no table xchats");
    }

    @Test
    void aViewOfChatsIsRefusedWithTheTableThatItReads() {
        assertThat(ofView(List.of("all_chats")).problems())
                .containsExactly("chat.table: chats is a view, and no change is written to the log under a view's name:"
                        + " name the table that it reads, all_chats");
        assertThat(ofView(List.of("old_chats", "new_chats")).problems())
                .singleElement()
                .asString()
                .endsWith("name the table of its rows, one of old_chats, new_chats");
        assertThat(ofView(List.of()).problems())
                .singleElement()
                .asString()
                .endsWith("which SHOW CREATE VIEW chats tells");
    }

    @Test
    void aViewMayBeJoined() {
        var joined = SampleMapping.with(
                "name: sample", "name: sample\njoins: {agent: {table: agents, key: id, from: agent_id}}");
        var agents = new LiveView(table("agents", List.of(), "id int", "name varchar"), List.of("users"));
        var schema = new LiveSchema(Map.of("chats", CHATS, "lines", LINES), Map.of("agents", agents), Set.of(), false);

        assertThat(MappingCheck.of(joined, schema).problems()).isEmpty();
    }

    @Test
    void namesThatDifferInCaseMeanATableOnlyWhereTheServerSaysSo() {
        var mapping = SampleMapping.with("table: chats", "table: Chats");
        var tables = Map.of("chats", CHATS, "lines", LINES);

        assertThat(MappingCheck.of(mapping, new LiveSchema(tables, Map.of(), Set.of(), true))
                        .problems())
                .isEmpty();
        assertThat(MappingCheck.of(mapping, new LiveSchema(tables, Map.of(), Set.of(), false))
                        .problems())
                .containsExactly("chat.table: there is no table Chats; nearest: chats");
    }

    @Test
    void aVersionedTableThatHidesColumnsOfTheLogIsRefusedWithTheStatementsThatNameThem() {
        var schema = new LiveSchema(Map.of("chats", CHATS, "lines", LINES), Map.of(), Set.of("chats"), false);

        assertThat(MappingCheck.of(SampleMapping.mapping(), schema).problems())
                .singleElement()
                .asString()
                .startsWith("chat.table: the rows of chats, which is system-versioned")
                .contains("ALTER TABLE chats DROP SYSTEM VERSIONING", "ADD PERIOD FOR SYSTEM_TIME");
    }

    private static MappingCheck ofView(List<String> reads) {
        var schema =
                new LiveSchema(Map.of("lines", LINES), Map.of("chats", new LiveView(CHATS, reads)), Set.of(), false);
        return MappingCheck.of(SampleMapping.mapping(), schema);
    }

    @Test
    void aMissingColumnIsNamedWithTheNearestThereIs() {
        assertProblem("{status: 2}", "{state: 2}", "chat: table chats has no column state; nearest: status");
        assertProblem("text: body", "text: boddy", "messages.text: table lines has no column boddy");
        assertProblem("text: body", "text: body\n  order: [qqq]", "messages.order: table lines has no column qqq");
        assertProblem(
                "text: body",
                "text: body\n  clean: [{step: html, when: {format: html}}]",
                "messages: table lines has no column format");
    }

    @Test
    void aTimeColumnThatIsTextIsNamedWithItsType() {
        assertProblem("closedAt: closed_at", "closedAt: note", "chat: note is text, but a time is an integer");
    }

    @Test
    void aJoinThatDoesNotExistIsNamed() {
        assertProblem(
                "key: id\n  closed:", "key: id\n  team: team.name\n  closed:", "team.name names the join team, but");
    }

    @Test
    void messagesDoNotReachTheJoinsOfChats() {
        var yaml = SampleMapping.YAML.replace("kind: 1", "other.id: 1")
                + "joins: {other: {table: threads, key: id, from: agent_id}}";

        assertThat(check(Mappings.parse(yaml, "sample")).problems())
                .containsExactly("messages: other.id names the join other, but there is none");
    }

    @Test
    void theTablesAndColumnsOfJoinsAreLookedAtToo() {
        assertProblem(
                "name: sample",
                "name: sample\njoins: {agent: {table: agents, key: id, from: agent_id}}",
                "joins.agent.table: there is no table agents");
        assertProblem(
                "chat: chat_id",
                TWO_HOPS.replace("from: thread_id", "from: tread_id"),
                "joins.thread.from: table lines has no column tread_id; nearest: thread_id");
    }

    @Test
    void joinsThatLeadInACircleAreNamed() {
        assertProblem(
                "chat: chat_id",
                "chat: a.object_id\n  joins:\n    a: {table: threads, key: id, from: b.id}\n"
                        + "    b: {table: threads, key: id, from: a.id}",
                "messages: the join a leads in a circle");
    }

    @Test
    void aKeyOfATypeThatCannotBeOneIsNamedWithIt() {
        for (String type :
                List.of("double", "float", "json", "text", "blob", "enum('a','b')", "bit(8)", "date", "datetime")) {
            assertThat(check(
                                    SampleMapping.mapping(),
                                    table("chats", List.of("id"), "id " + type, "status int", "closed_at datetime"),
                                    LINES)
                            .problems())
                    .as(type)
                    .anyMatch(problem -> problem.startsWith("chat.key: column id of table chats is " + type));
        }
    }

    @Test
    void aKeyThatIsNotUniqueByItselfOrMayBeNullIsNamed() {
        var byTenant = new LiveTable(
                "chats", 1, CHATS.columns(), List.of(List.of("tenant", "id")), List.of(List.of("tenant", "id")), false);
        assertThat(check(SampleMapping.mapping(), byTenant, LINES).problems())
                .singleElement()
                .asString()
                .contains("id of table chats is not unique by itself, only tenant, id together", "CREATE UNIQUE INDEX");

        var nullable = new LiveColumn("id", "int", "int", new LiveSchema.Traits(null, true, ""));
        assertThat(check(SampleMapping.mapping(), chats(nullable, false, List.of("id")), LINES)
                        .problems())
                .singleElement()
                .asString()
                .contains("column id of table chats may be null");
    }

    @Test
    void aKeyThatTheServerCountsOrThatIsUniqueButForPartitionsOrVersionsWillDo() {
        var counted = new LiveColumn("id", "int", "int", new LiveSchema.Traits(null, false, "auto_increment"));
        var plain = new LiveColumn("id", "int", "int");

        assertThat(check(SampleMapping.mapping(), chats(counted, true, List.of("id", "closed_at")), LINES))
                .isEqualTo(new MappingCheck(List.of(), List.of()));
        var partitioned = check(SampleMapping.mapping(), chats(plain, true, List.of("id", "closed_at")), LINES);
        assertThat(partitioned.problems()).isEmpty();
        assertThat(partitioned.warnings()).singleElement().asString().contains("keeps id unique in table chats");
        assertThat(check(SampleMapping.mapping(), chats(plain, false, List.of("id", "row_end")), LINES))
                .isEqualTo(new MappingCheck(List.of(), List.of()));
    }

    @Test
    void aReferenceThatCannotHoldTheKeyIsNamedWithBothTypes() {
        assertThat(check(
                                SampleMapping.mapping(),
                                CHATS,
                                table(
                                        "lines",
                                        List.of("chat_id"),
                                        "id int",
                                        "chat_id binary(16)",
                                        "body text",
                                        "kind int"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("messages.chat: chat_id is binary(16), but chat.key id is int");
    }

    private static LiveTable chats(LiveColumn key, boolean isPartitioned, List<String> unique) {
        var columns =
                Stream.concat(Stream.of(key), CHATS.columns().stream().skip(1)).toList();
        return new LiveTable("chats", 1, columns, List.of(unique), List.of(unique), isPartitioned);
    }

    @Test
    void anIndexThatIsMissingIsAWarningWithTheStatementThatMakesIt() {
        var slow = table("lines", List.of("id"), "id int", "chat_id int", "body text", "kind int");

        assertThat(check(SampleMapping.mapping(), CHATS, slow).warnings())
                .singleElement()
                .asString()
                .endsWith("CREATE INDEX dictamen_chat ON lines (chat_id)");
    }

    @Test
    void everyHopBetweenAChatAndItsMessagesNeedsAnIndex() {
        assertThat(check(SampleMapping.with("chat: chat_id", TWO_HOPS)))
                .satisfies(check -> assertThat(check.problems()).isEmpty())
                .extracting(MappingCheck::warnings)
                .asString()
                .contains("ON threads (object_id)", "ON lines (thread_id)");
    }

    private static void assertProblem(String part, String instead, String expected) {
        assertThat(check(SampleMapping.with(part, instead)).problems()).anyMatch(problem -> problem.contains(expected));
    }

    private static MappingCheck check(SourceMapping mapping) {
        return check(mapping, CHATS, LINES, THREADS);
    }

    private static MappingCheck check(SourceMapping mapping, LiveTable... tables) {
        Map<String, LiveTable> byName =
                Stream.of(tables).collect(Collectors.toMap(LiveTable::name, Function.identity()));
        return MappingCheck.of(mapping, new LiveSchema(byName));
    }

    /** Columns are given as name and type. */
    private static LiveTable table(String name, List<String> indexed, String... columns) {
        return new LiveTable(
                name,
                10,
                Stream.of(columns)
                        .map(column -> column.split(" "))
                        .map(column -> new LiveColumn(column[0], column[1].replaceFirst("\\(.*", ""), column[1]))
                        .toList(),
                indexed.stream().map(List::of).toList(),
                indexed.stream().limit(1).map(List::of).toList(),
                false);
    }
}
