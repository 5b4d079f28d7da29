package dev.dictamen.ingest.mapping;

import dev.dictamen.contract.Role;

/** Who wrote the messages of which all of {@code when} holds. */
public record RoleRule(Role role, Conditions when) {
    public RoleRule {
        Required.of(role, "role");
        Required.of(when, "when");
    }
}
