package dev.dictamen.sink.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;

/**
 * Writes many rows as one JDBC batch: duplicates collapsed to the newest, rows sorted by key so that two writers lock in
 * the same order. Joins the transaction it is called in.
 */
final class BatchUpsert<T, K extends Comparable<K>> {
    private final JdbcTemplate jdbc;
    private final Function<T, K> key;
    private final Comparator<T> age;
    private final List<Upsert.Column<T>> parameters;
    private final String sql;

    /** @param age orders two rows of one key, older first */
    BatchUpsert(JdbcTemplate jdbc, Upsert<T> upsert, Function<T, K> key, Comparator<T> age) {
        this.jdbc = jdbc;
        this.key = key;
        this.age = age;
        this.parameters = upsert.parameters();
        this.sql = upsert.sql();
    }

    /** @throws RefusedDataException when the content of a row is to blame */
    void write(List<T> rows) {
        try {
            jdbc.batchUpdate(sql, new RowSetter(newestByKey(rows)));
        } catch (DataAccessException failure) {
            throw Refusals.translate(failure);
        } catch (DateTimeException | JacksonException failure) {
            throw new RefusedDataException("no column can hold the content: " + failure.getClass(), failure);
        }
    }

    private List<T> newestByKey(List<T> rows) {
        var newest = new TreeMap<K, T>();
        for (var row : rows) {
            newest.merge(key.apply(row), row, (known, other) -> age.compare(known, other) < 0 ? other : known);
        }
        return List.copyOf(newest.values());
    }

    private final class RowSetter implements BatchPreparedStatementSetter {
        private final List<T> rows;

        RowSetter(List<T> rows) {
            this.rows = rows;
        }

        @Override
        public void setValues(PreparedStatement statement, int index) throws SQLException {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i).valueOf(rows.get(index)));
            }
        }

        @Override
        public int getBatchSize() {
            return rows.size();
        }
    }
}
