package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The entities, which are held against the live schema at start, have the columns that the upsert writes. */
class EntitiesTest {
    @Test
    void theEntityOfAChatHasEveryColumnThatIsWritten() {
        assertThat(columnsOf(StoredChat.class)).containsExactlyInAnyOrderElementsOf(written(ChatColumns.UPSERT));
    }

    @Test
    void theEntityOfAnEvaluationHasEveryColumnThatIsWritten() {
        assertThat(Stream.concat(columnsOf(StoredEvaluation.class).stream(), columnsOf(EvaluationKey.class).stream()))
                .filteredOn(column -> !column.equals("key"))
                .containsExactlyInAnyOrderElementsOf(written(EvaluationColumns.UPSERT));
    }

    @Test
    void theEntityOfHistoryHasEveryColumnThatIsKept() {
        assertThat(columnsOf(StoredHistory.class))
                .containsAll(StoredHistory.KEPT)
                .filteredOn(column -> !StoredHistory.KEPT.contains(column))
                .containsExactlyInAnyOrder("replaced_by", "replaced_at");
    }

    private static List<String> written(Upsert<?> upsert) {
        return upsert.parameters().stream().map(Upsert.Column::name).toList();
    }

    private static List<String> columnsOf(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .map(name -> name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
                .toList();
    }
}
