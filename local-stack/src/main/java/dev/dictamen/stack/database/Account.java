package dev.dictamen.stack.database;

/** A user of the database. The password has no quote or backslash in it. */
public record Account(String username, String password) {
    @Override
    public String toString() {
        return username;
    }
}
