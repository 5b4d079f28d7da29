package dev.dictamen.gateway.security;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Whose eyes a request reads with.
 *
 * @param username the user's, or "operator"
 */
public record Reader(String username, Scope scope) {
    static final String ADMIN = "admin";

    /**
     * What somebody may see: the same for all who see the same.
     *
     * @param seesAll whether teams are of no meaning
     * @param teams the teams whose chats are visible otherwise
     */
    public record Scope(boolean seesAll, Set<String> teams) {
        private static final Scope ALL = new Scope(true, Set.of());

        public Scope {
            teams = seesAll ? Set.of() : Set.copyOf(teams);
        }

        /** Whether a chat of this team is visible; one without a team is the admins' alone. */
        public boolean sees(@Nullable String team) {
            return seesAll || (team != null && teams.contains(team));
        }
    }

    /** Whether it is an admin who asks; the operator is none. */
    public static boolean isAdmin(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .anyMatch(granted -> ("ROLE_" + ADMIN).equals(granted.getAuthority()));
    }

    /** From a checked token. */
    public static Reader of(Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? of(token.getToken())
                : new Reader(authentication.getName(), Scope.ALL);
    }

    /** From a checked access token. */
    public static Reader of(Jwt token) {
        boolean seesAll = claims(token, "roles").contains(ADMIN);
        return new Reader(
                Objects.requireNonNull(token.getSubject(), "sub"),
                new Scope(seesAll, Set.copyOf(claims(token, "teams"))));
    }

    private static List<String> claims(Jwt token, String name) {
        List<String> values = token.getClaimAsStringList(name);
        return values == null ? List.of() : values;
    }
}
