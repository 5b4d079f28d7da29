package dev.dictamen.ingest.inspect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Schemas whose names tell little: glued, abbreviated, of other languages, or nothing but numbers. */
enum InventedSchemas {
    /** Declared foreign keys, words glued to the letters of their types. */
    GLUED(true, "tbsesion", "tbrenglon", """
            CREATE TABLE tboperadora (idoperadora INT PRIMARY KEY, cnombre VARCHAR(60));
            CREATE TABLE tbsesion (idsesion INT PRIMARY KEY, nestado TINYINT NOT NULL, dtinicio DATETIME, dtcierre DATETIME, idoperadora INT,
              FOREIGN KEY (idoperadora) REFERENCES tboperadora (idoperadora));
            CREATE TABLE tbrenglon (idrenglon INT PRIMARY KEY, idsesion INT NOT NULL, cquien CHAR(1), cglosa TEXT, dtenvio DATETIME,
              FOREIGN KEY (idsesion) REFERENCES tbsesion (idsesion));
            """),
    /** Spanish, no key declared, an unusual word for each thing. */
    SPANISH(true, "gestion", "detalle_gestion", """
            CREATE TABLE personal (cod_personal INT PRIMARY KEY, apelativo VARCHAR(60));
            CREATE TABLE gestion (cod_gestion INT PRIMARY KEY, situac TINYINT NOT NULL, alta DATETIME, baja DATETIME, cod_personal INT);
            CREATE TABLE detalle_gestion (cod_detalle INT PRIMARY KEY, cod_gestion INT NOT NULL, origen_linea CHAR(1), glosa VARCHAR(500), cuando DATETIME,
              KEY cod_gestion (cod_gestion));
            """),
    /** Another language, no key declared, keys of random letters. */
    GERMAN(false, "vorgang", "beitrag", """
            CREATE TABLE bearbeiter (schluessel CHAR(36) PRIMARY KEY, bezeichnung VARCHAR(60));
            CREATE TABLE vorgang (schluessel CHAR(36) PRIMARY KEY, lage TINYINT NOT NULL, eroeffnet DATETIME, erledigt DATETIME, zustaendig CHAR(36));
            CREATE TABLE beitrag (schluessel CHAR(36) PRIMARY KEY, zugehoerig CHAR(36) NOT NULL, richtung CHAR(1), wortlaut TEXT, zeitpunkt DATETIME,
              KEY zugehoerig (zugehoerig));
            """),
    /** Numbers for names. */
    NUMBERED(true, "t017", "t018", """
            CREATE TABLE t003 (f01 INT PRIMARY KEY, f02 VARCHAR(60));
            CREATE TABLE t017 (f01 INT PRIMARY KEY, f02 TINYINT NOT NULL, f03 DATETIME, f04 DATETIME, f05 INT);
            CREATE TABLE t018 (f01 INT PRIMARY KEY, f02 INT NOT NULL, f03 CHAR(1), f04 TEXT, f05 DATETIME, KEY f02 (f02));
            """);

    /** A text of its messages. */
    static final String SECRET = "berenjena";

    static final int CHATS = 700;
    private static final List<String> WORDS =
            List.of("quiero", "una", SECRET, "para", "el", "martes", "por", "favor", "no", "llega");

    final String chats;
    final String messages;
    private final boolean isNumbered;
    private final String tables;

    InventedSchemas(boolean isNumbered, String chats, String messages, String tables) {
        this.isNumbered = isNumbered;
        this.chats = chats;
        this.messages = messages;
        this.tables = tables;
    }

    /** Its tables with their rows, and tables of other things whose rows point to one another, too. */
    String sql() {
        var random = new Random(7);
        var sql = new StringBuilder(tables).append("""
                CREATE TABLE producto (id INT PRIMARY KEY, nombre VARCHAR(80), ficha TEXT, alta DATETIME);
                CREATE TABLE pedido (id INT PRIMARY KEY, producto_id INT, estado VARCHAR(10), fecha DATETIME, entregado DATETIME);
                CREATE TABLE aviso (id INT PRIMARY KEY, pedido_id INT, nota TEXT, fecha DATETIME);
                """);
        var agents = new StringBuilder();
        for (int agent = 1; agent <= 8; agent++) {
            agents.append(agent == 1 ? "" : ", ").append("(%s, 'Persona %d')".formatted(key("a", agent), agent));
        }
        sql.append("INSERT INTO " + people() + " VALUES " + agents + ";\n");
        for (int chat = 1; chat <= CHATS; chat++) {
            chat(chat, random, sql);
        }
        for (int order = 1; order <= 60; order++) {
            sql.append(
                    "INSERT INTO producto VALUES (%1$d, 'Silla %1$d', 'Silla de madera muy comoda', '2025-01-01 00:00:00');"
                            .formatted(order));
            sql.append("INSERT INTO pedido VALUES (%1$d, %1$d, 'hecho', '2026-03-01 00:00:00', '2026-03-04 00:00:00');"
                    .formatted(order));
            sql.append("INSERT INTO aviso VALUES (%1$d, %1$d, 'se entrega por la tarde', '2026-03-02 00:00:00');\n"
                    .formatted(order));
        }
        return sql.toString();
    }

    private void chat(int chat, Random random, StringBuilder sql) {
        boolean isOpen = chat % 6 == 0;
        var day = "2026-%02d-%02d".formatted(1 + chat / 60, 1 + chat % 28);
        sql.append("INSERT INTO %s VALUES (%s, %d, '%s 10:00:00', %s, %s);\n"
                .formatted(
                        chats,
                        key("c", chat),
                        isOpen ? 4 : 9,
                        day,
                        isOpen ? "NULL" : "'" + day + " 10:59:00'",
                        key("a", 1 + chat % 8)));
        var lines = new StringBuilder();
        for (int line = 0; line < 6; line++) {
            lines.append(line == 0 ? "" : ", ")
                    .append("(%s, %s, '%s', '%s', '%s 10:%02d:00')"
                            .formatted(
                                    key("m", chat * 10 + line),
                                    key("c", chat),
                                    line % 2 == 0 ? "C" : "A",
                                    text(random),
                                    day,
                                    line * 7));
        }
        sql.append("INSERT INTO " + messages + " VALUES " + lines + ";\n");
    }

    private static String text(Random random) {
        var text = new StringBuilder(SECRET);
        for (int word = 0; word < 6; word++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private String key(String kind, int number) {
        return isNumbered
                ? Integer.toString(number)
                : "'" + UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)) + "'";
    }

    private String people() {
        var first = tables.substring("CREATE TABLE ".length());
        return first.substring(0, first.indexOf(' '));
    }
}
