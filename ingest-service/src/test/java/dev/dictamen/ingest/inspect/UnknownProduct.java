package dev.dictamen.ingest.inspect;

import java.util.Map;

/** A chat product that nobody knows, and a shop. */
final class UnknownProduct {
    /** A text of one of its messages. */
    static final String SECRET = "zanahoria";

    /** What a draft must have found. */
    static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("chat.table", "conversation"),
            Map.entry("chat.key", "id"),
            Map.entry("chat.closed.state", "resuelta"),
            Map.entry("chat.closedAt", "finished_at"),
            Map.entry("chat.openedAt", "created_at"),
            Map.entry("chat.agentName", "agent.full_name"),
            Map.entry("chat.team", "team.title"),
            Map.entry("messages.table", "conversation_line"),
            Map.entry("messages.key", "line_id"),
            Map.entry("messages.chat", "conversation_id"),
            Map.entry("messages.text", "content"),
            Map.entry("messages.sentAt", "created_at"),
            Map.entry("messages.roles[{\"role\":\"agent\",\"when\":{\"author_kind\":\"asesor\"}}]", ""),
            Map.entry("messages.roles[{\"role\":\"customer\",\"when\":{\"author_kind\":\"cliente\"}}]", ""),
            Map.entry("messages.roles[{\"role\":\"bot\",\"when\":{\"author_kind\":\"robot\"}}]", ""));

    private static final int CHATS = 60;
    private static final int LINES = 6;

    private UnknownProduct() {}

    static String sql() {
        var sql = new StringBuilder("""
                CREATE TABLE operator (id INT PRIMARY KEY, full_name VARCHAR(80), email VARCHAR(80));
                CREATE TABLE queue (id INT PRIMARY KEY, title VARCHAR(80));
                CREATE TABLE conversation (id INT PRIMARY KEY, state VARCHAR(20), operator_id INT, queue_id INT,
                    customer_name VARCHAR(80), created_at DATETIME, finished_at DATETIME);
                CREATE TABLE conversation_line (line_id INT PRIMARY KEY, conversation_id INT, author_kind VARCHAR(20),
                    content TEXT, created_at DATETIME);
                INSERT INTO operator VALUES (1, 'Persona Uno', 'a@b.c'), (2, 'Persona Dos', 'd@e.f');
                INSERT INTO queue VALUES (7, 'Ventas'), (8, 'Soporte');
                """);
        for (int chat = 1; chat <= CHATS; chat++) {
            boolean isOpen = chat % 5 == 0;
            sql.append("INSERT INTO conversation VALUES (%d, '%s', %d, %d, 'Persona %d', '2026-03-01 10:00:00', %s);\n"
                    .formatted(
                            chat,
                            isOpen ? "en_curso" : "resuelta",
                            1 + chat % 2,
                            7 + chat % 2,
                            chat,
                            isOpen ? "NULL" : "'2026-03-01 11:00:00'"));
            for (int line = 0; line < LINES; line++) {
                sql.append("INSERT INTO conversation_line VALUES (%d, %d, '%s', '%s', '2026-03-01 10:0%d:00');\n"
                        .formatted(
                                chat * 10 + line,
                                chat,
                                line == 0 ? "robot" : line % 2 == 0 ? "asesor" : "cliente",
                                "quiero una " + SECRET + " número " + line * chat,
                                line));
            }
        }
        return sql.toString();
    }

    static String shopSql() {
        return """
                CREATE TABLE products (id INT PRIMARY KEY, name VARCHAR(80), description TEXT, created_at DATETIME);
                CREATE TABLE orders (id INT PRIMARY KEY, status VARCHAR(20), customer VARCHAR(80), created_at DATETIME);
                CREATE TABLE order_lines (id INT PRIMARY KEY, order_id INT, product_id INT, note TEXT, amount INT);
                INSERT INTO products VALUES (1, 'Silla', 'Una silla de madera muy comoda', '2026-01-01 10:00:00');
                INSERT INTO orders VALUES (1, 'open', 'Ana', '2026-01-01 10:00:00'), (2, 'completed', 'Eva', '2026-01-01 11:00:00');
                INSERT INTO order_lines VALUES (1, 1, 1, 'envolver como regalo por favor', 1), (2, 1, 1, 'otra mas para regalo', 2),
                    (3, 2, 1, 'sin papel de regalo esta vez', 1), (4, 2, 1, 'entregar por la tarde', 3);
                """;
    }
}
