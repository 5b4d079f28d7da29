package dev.dictamen.stack.demo;

import dev.dictamen.stack.demo.DemoChat.About;
import dev.dictamen.stack.demo.Step.SpokenLine;
import dev.dictamen.stack.demo.Timetable.Due;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the demo's chat product, over a connection whose transactions are the caller's. Every time in them is the
 * database's own at the moment of writing; writing a step twice leaves its rows once.
 */
record ChatTables(Connection connection) {
    private static final String QUEUE =
            "INSERT INTO queue (code, title) VALUES (?, ?) ON DUPLICATE KEY UPDATE title = VALUES(title)";
    private static final String OPERATOR =
            "INSERT INTO operator (ref, full_name) VALUES (?, ?) ON DUPLICATE KEY UPDATE full_name = VALUES(full_name)";
    private static final String OPENED = """
            INSERT INTO conversation (id, state, queue_code, channel, lang, customer_alias, topic)
            VALUES (?, 'waiting', ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = VALUES(id)
            """;
    private static final String LINE = """
            INSERT INTO conversation_line (conversation_id, position, author, body)
            VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE position = VALUES(position)
            """;
    private static final String TOUCHED =
            "UPDATE conversation SET touched_at = CURRENT_TIMESTAMP(3), agent_ref = COALESCE(?, agent_ref)";
    private static final String THIS = " WHERE id = ?";
    private static final String LIVE = ", state = 'live', closed_at = NULL";
    private static final String CLOSED = ", state = 'closed', closed_at = CURRENT_TIMESTAMP(3)";
    private static final String STILL_OPEN = " WHERE state <> 'closed'";
    private static final String LAST_WORD = """
            INSERT INTO conversation_line (conversation_id, position, author, body)
            SELECT id,
                   (SELECT COALESCE(MAX(position) + 1, 0) FROM conversation_line WHERE conversation_id = conversation.id),
                   'event', 'La demo se detuvo: conversación cerrada.'
            FROM conversation
            """;

    /** Makes known the queues and the operators of these chats. */
    void register(List<DemoChat> chats) throws SQLException {
        for (var chat : chats) {
            execute(QUEUE, code(chat.about()), chat.about().team());
            execute(OPERATOR, chat.about().agentId(), chat.about().agentName());
        }
    }

    /** Closes what an earlier run left open, each conversation with a line that says so. @return how many there were */
    int closeLeftOpen() throws SQLException {
        execute(LAST_WORD + STILL_OPEN);
        return execute(TOUCHED + CLOSED + STILL_OPEN, new Object[] {null});
    }

    /** Writes a step of the conversation {@code id}. */
    void write(String id, Due due) throws SQLException {
        var about = due.sample().about();
        var step = due.step();
        if (step.move() == Step.Move.OPEN) {
            open(id, due.chat(), about);
        }
        for (SpokenLine line : step.lines()) {
            execute(LINE, id, line.position(), line.author().column(), line.body());
        }
        execute(TOUCHED + change(step) + THIS, step.hasOperator() ? about.agentId() : null, id);
    }

    private void open(String id, long chat, About about) throws SQLException {
        var customer = "cliente-demo-" + (chat + 1);
        execute(OPENED, id, code(about), about.channel(), about.language(), customer, about.topic());
    }

    private static String change(Step step) {
        return switch (step.move()) {
            case OPEN, TALK -> step.hasOperator() ? LIVE : "";
            case OPEN_AGAIN -> LIVE;
            case CLOSE -> CLOSED;
        };
    }

    /** "Energía Sur" is energia-sur. */
    private static String code(About about) {
        var plain = Normalizer.normalize(about.team(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private int execute(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
