package dev.dictamen.gateway.signin;

import dev.dictamen.contract.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens: 256 random bits, stored as their SHA-256, each good for one use. A token that comes a second time was
 * stolen or copied, so its whole family ends.
 */
@Repository
class RefreshTokens {
    private static final int TOKEN_BYTES = 32;
    private static final int FAMILY_BYTES = 16;

    private final JdbcClient jdbc;
    private final TokenProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(JdbcClient jdbc, TokenProperties properties, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** What became of a presented token. */
    sealed interface Rotation {
        /** It was good; {@code token} takes its place. */
        record Renewed(String username, String family, String token) implements Rotation {}

        /** It was used before; the family is revoked. */
        record Reused(String username) implements Rotation {}

        /** Unknown, expired or revoked. */
        record Refused() implements Rotation {}
    }

    /** A new family's first token. */
    record Started(String family, String token) {}

    /** A user's sign-in. */
    record Owner(String username, String family) {}

    private record Row(String family, String username, Instant expiresAt, Instant familyExpiresAt, boolean isRevoked) {}

    @Transactional
    public Started start(String username) {
        jdbc.sql("DELETE FROM refresh_token WHERE username = ? AND expires_at < ?")
                .params(username, Timestamp.from(clock.instant()))
                .update();
        String family = HexFormat.of().formatHex(randomBytes(FAMILY_BYTES));
        return new Started(family, add(family, username, clock.instant().plus(properties.familyLife())));
    }

    /** The update decides: of any number of uses at once, one wins. */
    @Transactional
    public Rotation rotate(String token) {
        Instant now = clock.instant();
        Optional<Row> found = find(token);
        if (found.isEmpty()
                || found.get().isRevoked()
                || found.get().expiresAt().isBefore(now)) {
            return new Rotation.Refused();
        }
        Row row = found.get();
        int won = jdbc.sql("UPDATE refresh_token SET used_at = ?"
                        + " WHERE token_hash = ? AND used_at IS NULL AND revoked_at IS NULL")
                .params(Timestamp.from(now), Sha256.hex(token))
                .update();
        if (won == 0) {
            revoke(row.username(), row.family());
            return new Rotation.Reused(row.username());
        }
        return new Rotation.Renewed(
                row.username(), row.family(), add(row.family(), row.username(), row.familyExpiresAt()));
    }

    /** Whose a token is, whatever its state. */
    Optional<Owner> ownerOf(String token) {
        return find(token).map(row -> new Owner(row.username(), row.family()));
    }

    /** Ends one sign-in. */
    void revoke(String username, String family) {
        jdbc.sql("UPDATE refresh_token SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), family)
                .update();
        events.publishEvent(new SignInEnded(username, family, false));
    }

    /** Ends every sign-in of a user but one. */
    void revokeOthers(String username, String keptFamily) {
        jdbc.sql("UPDATE refresh_token SET revoked_at = ? WHERE username = ? AND family <> ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), username, keptFamily)
                .update();
        events.publishEvent(new SignInEnded(username, keptFamily, true));
    }

    private Optional<Row> find(String token) {
        return jdbc.sql("SELECT family, username, expires_at, family_expires_at, revoked_at"
                        + " FROM refresh_token WHERE token_hash = ?")
                .param(Sha256.hex(token))
                .query(RefreshTokens::read)
                .optional();
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("family"),
                row.getString("username"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("family_expires_at").toInstant(),
                row.getTimestamp("revoked_at") != null);
    }

    private String add(String family, String username, Instant familyExpiresAt) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(TOKEN_BYTES));
        Instant expiresAt = clock.instant().plus(properties.refreshTokenLife());
        jdbc.sql("INSERT INTO refresh_token (token_hash, family, username, expires_at, family_expires_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        Sha256.hex(token),
                        family,
                        username,
                        Timestamp.from(expiresAt.isBefore(familyExpiresAt) ? expiresAt : familyExpiresAt),
                        Timestamp.from(familyExpiresAt))
                .update();
        return token;
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
