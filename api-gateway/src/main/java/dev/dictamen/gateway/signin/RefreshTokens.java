package dev.dictamen.gateway.signin;

import dev.dictamen.contract.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens: 256 random bits, stored as their SHA-256, each good for one use. A token that comes a second time was
 * stolen or copied, so its whole family ends. Says so whenever a sign-in ends.
 */
@Component
@Transactional
class RefreshTokens {
    private static final int TOKEN_BYTES = 32;
    private static final int FAMILY_BYTES = 16;

    private final RefreshTokenRepository stored;
    private final TokenProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(
            RefreshTokenRepository stored, TokenProperties properties, ApplicationEventPublisher events, Clock clock) {
        this.stored = stored;
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

    Started start(String username) {
        Instant now = clock.instant();
        stored.deleteExpired(username, now);
        String family = HexFormat.of().formatHex(randomBytes(FAMILY_BYTES));
        return new Started(family, add(family, username, now.plus(properties.familyLife())));
    }

    Rotation rotate(String token) {
        Instant now = clock.instant();
        Optional<RefreshToken> found = stored.findById(Sha256.hex(token)).filter(known -> known.isAlive(now));
        if (found.isEmpty()) {
            return new Rotation.Refused();
        }
        String username = found.get().username();
        String family = found.get().family();
        if (stored.use(Sha256.hex(token), now) == 0) {
            revoke(username, family);
            return new Rotation.Reused(username);
        }
        return new Rotation.Renewed(
                username, family, add(family, username, found.get().familyExpiresAt()));
    }

    /** Whose a token is, whatever its state. */
    Optional<Owner> ownerOf(String token) {
        return stored.findById(Sha256.hex(token)).map(known -> new Owner(known.username(), known.family()));
    }

    /** Ends one sign-in. */
    void revoke(String username, String family) {
        stored.revoke(family, clock.instant());
        events.publishEvent(new SignInEnded(username, family, false));
    }

    /** Ends every sign-in of a user but one. */
    void revokeOthers(String username, String keptFamily) {
        stored.revokeOthers(username, keptFamily, clock.instant());
        events.publishEvent(new SignInEnded(username, keptFamily, true));
    }

    private String add(String family, String username, Instant familyExpiresAt) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(TOKEN_BYTES));
        Instant expiresAt = clock.instant().plus(properties.refreshTokenLife());
        stored.save(new RefreshToken(
                Sha256.hex(token),
                family,
                username,
                expiresAt.isBefore(familyExpiresAt) ? expiresAt : familyExpiresAt,
                familyExpiresAt));
        return token;
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
