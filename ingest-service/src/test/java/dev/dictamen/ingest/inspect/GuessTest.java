package dev.dictamen.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is guessed of columns, product by product. */
class GuessTest {
    private static final ColumnSample TEXT = column("body", "text", "good morning", "how are you today");

    @Test
    void aUserBesideContactsIsAnAgent() {
        assertThat(rules(column("sender_type", "varchar", "Contact", "User")))
                .containsExactly(
                        "{role: customer, when: {sender_type: Contact}}", "{role: agent, when: {sender_type: User}}");
    }

    @Test
    void aUserBesideAssistantsIsACustomer() {
        assertThat(rules(column("role", "varchar", "assistant", "user")))
                .containsExactly("{role: agent, when: {role: assistant}}", "{role: customer, when: {role: user}}");
    }

    @Test
    void theModelsOfAFrameworkAreUnderstood() {
        assertThat(rules(column("author_type", "varchar", "App\\Customer", "App\\Operator")))
                .containsExactly(
                        "{role: customer, when: {author_type: \"App\\\\Customer\"}}",
                        "{role: agent, when: {author_type: \"App\\\\Operator\"}}");
    }

    @Test
    void anIncomingFlagIsTheCustomers() {
        assertThat(rules(column("is_incoming", "tinyint", "1", "0")))
                .containsExactly("{role: customer, when: {is_incoming: 1}}", "{role: agent, when: {is_incoming: 0}}");
    }

    @Test
    void anAgentsIdThatIsAbsentInPartTellsThem() {
        assertThat(rules(column("operador_id", "int", "", "7")))
                .containsExactly(
                        "{role: customer, when: {operador_id: {absent: true}}}",
                        "{role: agent, when: {operador_id: {above: 0}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "open,closed,closed",
        "abierto,cerrado,cerrado",
        "aberta,encerrada,encerrada",
        "not_resolved,resolved,resolved"
    })
    void aWordThatMeansClosedIsFoundInEachLanguage(String one, String other, String closed) {
        var chats = table(column("estado", "varchar", one, other), column("created_at", "datetime", "2026", "2026"));

        assertThat(Closing.of(chats)).hasValueSatisfying(found -> {
            assertThat(found.closed()).containsExactly(closed);
            assertThat(found.isSure()).isTrue();
        });
    }

    @Test
    void aCodeIsClosedWhereItsRowsHaveAClosingTime() {
        var chats = table(
                column("status_id", "int", "4", "9"), column("fecha_cierre", "datetime", "", "2026-01-01 10:00:00"));

        assertThat(Closing.of(chats)).hasValueSatisfying(found -> {
            assertThat(found.closed()).containsExactly("9");
            assertThat(found.open()).containsExactly("4");
        });
    }

    private static List<String> rules(ColumnSample column) {
        return Roles.of(table(column, TEXT), "body").rules();
    }

    private static TableSample table(ColumnSample... columns) {
        var live = Stream.of(columns).map(ColumnSample::column).toList();
        return new TableSample(new LiveTable("t", 2, live, List.of()), "id", List.of(columns), 2, true);
    }

    private static ColumnSample column(String name, String type, String... values) {
        return new ColumnSample(new LiveColumn(name, type, type), List.of(values));
    }
}
