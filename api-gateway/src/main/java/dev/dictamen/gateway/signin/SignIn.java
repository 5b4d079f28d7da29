package dev.dictamen.gateway.signin;

import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.web.Problems;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;

/** Sign-in, its renewal and its end. Blocks. */
@Service
class SignIn {
    private final UserRepository users;
    private final Passwords passwords;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final RateLimits limits;
    private final AuditLog audit;

    SignIn(
            UserRepository users,
            Passwords passwords,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            RateLimits limits,
            AuditLog audit) {
        this.users = users;
        this.passwords = passwords;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.limits = limits;
        this.audit = audit;
    }

    /** A user with fresh tokens. */
    record Session(User user, AccessTokens.Issued access, String refreshToken) {}

    Session login(String claimedName, String password, String address) {
        String username = claimedName.strip().toLowerCase(Locale.ROOT);
        limits.checkAddress(address);
        limits.takeForUser(username);
        Optional<StoredUser> known = users.findById(username);
        if (!passwords.matches(password, known.map(StoredUser::passwordHash))) {
            throw refuse(username, "login_refused", address);
        }
        User user = known.orElseThrow().user();
        RefreshTokens.Started started = refreshTokens.start(username);
        audit.add(username, "login", null, address);
        return new Session(user, accessTokens.issue(user, started.family()), started.token());
    }

    /** Not limited: nobody guesses 256 bits, and a colleague's wrong passwords must not end everybody's session. */
    Session refresh(String token, String address) {
        return switch (refreshTokens.rotate(token)) {
            case RefreshTokens.Rotation.Renewed renewed -> renewed(renewed, address);
            case RefreshTokens.Rotation.Reused reused -> throw refuse(reused.username(), "refresh_reused", address);
            case RefreshTokens.Rotation.Refused() -> throw refuse("", "refresh_refused", address);
        };
    }

    private Session renewed(RefreshTokens.Rotation.Renewed renewed, String address) {
        User user = users.findById(renewed.username())
                .map(StoredUser::user)
                .orElseThrow(() -> refuse(renewed.username(), "refresh_refused", address));
        return new Session(user, accessTokens.issue(user, renewed.family()), renewed.token());
    }

    /** Ends the sign-in that the token belongs to, and its sockets. */
    void logout(String token, String address) {
        refreshTokens.ownerOf(token).ifPresent(owner -> {
            refreshTokens.revoke(owner.username(), owner.family());
            audit.add(owner.username(), "logout", null, address);
        });
    }

    /** The sign-in that asks stays; every other one of the user ends. */
    void changePassword(String username, String family, String current, String replacement, String address) {
        limits.checkAddress(address);
        limits.takeForUser(username);
        if (!passwords.matches(current, users.findById(username).map(StoredUser::passwordHash))) {
            limits.failed(address);
            audit.add(username, "password_refused", null, address);
            throw Problems.of(HttpStatus.BAD_REQUEST, "the current password is not right");
        }
        users.setPasswordHash(username, passwords.hash(replacement));
        refreshTokens.revokeOthers(username, family);
        audit.add(username, "password_changed", null, address);
    }

    private ErrorResponseException refuse(String username, String action, String address) {
        limits.failed(address);
        audit.add(username, action, null, address);
        return Problems.of(HttpStatus.UNAUTHORIZED, "not signed in");
    }
}
