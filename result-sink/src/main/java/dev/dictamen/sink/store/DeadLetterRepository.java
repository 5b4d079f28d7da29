package dev.dictamen.sink.store;

import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code dead_letter}: one row a record, whoever set it aside first. */
@Repository
public class DeadLetterRepository {
    private static final String INSERT = """
            INSERT INTO dead_letter (place, chat_id, revision, consumer_group, cause, set_aside_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE place = place
            """;

    private final JdbcTemplate jdbc;

    DeadLetterRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores those that are not there; throws {@link RefusedDataException} when the content of one is to blame. */
    public void addAll(List<DeadLetter> letters) {
        try {
            jdbc.batchUpdate(
                    INSERT, letters.stream().map(DeadLetterRepository::row).toList());
        } catch (DataAccessException failure) {
            throw Refusals.translate(failure);
        }
    }

    private static Object[] row(DeadLetter letter) {
        return new Object[] {
            letter.place(),
            letter.chatId(),
            letter.revision(),
            letter.group(),
            letter.cause(),
            Upsert.utcMillis(letter.setAsideAt())
        };
    }
}
