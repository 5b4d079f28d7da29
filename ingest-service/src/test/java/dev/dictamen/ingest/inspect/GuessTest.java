package dev.dictamen.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is guessed of columns, product by product. */
class GuessTest {
    private static final ColumnSample TEXT = column("body", "text", "good morning", "how are you today");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a user beside contacts is an agent | sender_type varchar | Contact,User | customer: sender_type: Contact | agent: sender_type: User",
                "a user beside assistants is a customer | role varchar | assistant,user | agent: role: assistant | customer: role: user",
                "models of a framework | author_type varchar | App\\Customer,App\\Operator"
                        + "| customer: author_type: \"App\\\\Customer\" | agent: author_type: \"App\\\\Operator\"",
                "an incoming flag is the customer's | is_incoming tinyint | 1,0 | customer: is_incoming: 1 | agent: is_incoming: 0",
                "an agent's id that is absent in part | operador_id int | ,7"
                        + "| customer: operador_id: {absent: true} | agent: operador_id: {above: 0}"
            })
    void whoWroteAMessageIsToldByAColumn(String why, String column, String values, String first, String second) {
        assertThat(rules(column(column.split(" ")[0], column.split(" ")[1], values.split(","))))
                .containsExactly(rule(first), rule(second));
    }

    private static String rule(String roleAndCondition) {
        return "{role: " + roleAndCondition.replaceFirst(": ", ", when: {") + "}}";
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
        return Roles.of(table(column, TEXT), "body", Optional.empty()).rules();
    }

    private static TableSample table(ColumnSample... columns) {
        var live = Stream.of(columns).map(ColumnSample::column).toList();
        return new TableSample(
                new LiveTable("t", 2, live, List.of(), List.of(), false), "id", List.of(columns), 2, true);
    }

    private static ColumnSample column(String name, String type, String... values) {
        return new ColumnSample(new LiveColumn(name, type, type), List.of(values));
    }
}
