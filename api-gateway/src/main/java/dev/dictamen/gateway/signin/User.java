package dev.dictamen.gateway.signin;

import java.util.List;

/**
 * Somebody who may sign in.
 *
 * @param username lower case
 * @param teams whose chats they see; of no meaning for an admin
 */
public record User(String username, String displayName, Role role, List<String> teams) {
    /** What a user may do. */
    public enum Role {
        /** Sees everything. */
        admin,
        /** Sees the own teams. */
        supervisor,
        /** Reads the own teams. */
        viewer
    }

    public User {
        teams = List.copyOf(teams);
    }
}
