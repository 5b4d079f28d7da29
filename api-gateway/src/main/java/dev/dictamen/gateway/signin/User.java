package dev.dictamen.gateway.signin;

import dev.dictamen.contract.Word;
import java.util.List;

/**
 * Somebody who may sign in.
 *
 * @param username lower case
 * @param teams whose chats they see; of no meaning for an admin
 */
public record User(String username, String displayName, Role role, List<String> teams) {
    /** What a user may do. */
    public enum Role implements Word {
        /** Sees everything. */
        ADMIN,
        /** Sees the own teams. */
        SUPERVISOR,
        /** Reads the own teams. */
        VIEWER
    }

    public User {
        teams = List.copyOf(teams);
    }
}
