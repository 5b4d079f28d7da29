package dev.dictamen.gateway.auth;

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
 * @param seesAll whether team scope does not apply
 * @param teams the teams whose chats are visible otherwise
 */
public record Reader(String username, boolean seesAll, Set<String> teams) {
    public Reader {
        teams = Set.copyOf(teams);
    }

    /** From a checked token. */
    public static Reader of(Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? of(token.getToken())
                : new Reader(authentication.getName(), true, Set.of());
    }

    /** From a checked access token. */
    public static Reader of(Jwt token) {
        return new Reader(
                Objects.requireNonNull(token.getSubject(), "sub"),
                claims(token, "roles").contains(User.Role.admin.name()),
                Set.copyOf(claims(token, "teams")));
    }

    private static List<String> claims(Jwt token, String name) {
        List<String> values = token.getClaimAsStringList(name);
        return values == null ? List.of() : values;
    }

    /** Whether a chat of this team is visible; one without a team is the admins' alone. */
    public boolean sees(@Nullable String team) {
        return seesAll || (team != null && teams.contains(team));
    }
}
