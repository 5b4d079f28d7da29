package dev.dictamen.ingest.source;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account as the server has it, which is what a GRANT must name: {@code 'user'@'%'}, not the machine one comes from. */
record DatabaseAccount(String user, String host) {
    private static final Pattern IN_SCHEMA_DENIED = Pattern.compile("for user '(.*)'@'([^']*)' to database ");

    /** The one that is connected. */
    static DatabaseAccount of(JdbcClient jdbc) {
        var current = jdbc.sql("SELECT CURRENT_USER()").query(String.class).single();
        int at = current.lastIndexOf('@');
        return new DatabaseAccount(current.substring(0, at), current.substring(at + 1));
    }

    /** The one that a refusal of a whole schema names; a refusal of a table names the machine instead. */
    static Optional<DatabaseAccount> deniedIn(String message) {
        var found = IN_SCHEMA_DENIED.matcher(message);
        return found.find() ? Optional.of(new DatabaseAccount(found.group(1), found.group(2))) : Optional.empty();
    }

    /**
     * What is missing and the statement that mends it.
     *
     * @param on where, as SQL has it
     */
    String lacks(String privilege, String on) {
        return "the user " + this + " lacks " + privilege + ": GRANT " + privilege + " ON " + on + " TO " + this + ";";
    }

    /** A name as SQL has it, whatever characters are in it. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public String toString() {
        return "'" + user.replace("'", "''") + "'@'" + host + "'";
    }
}
