package dev.dictamen.gateway.signin;

import dev.dictamen.gateway.security.ClientAddress;
import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.web.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/auth}. The refresh token is a cookie that scripts cannot read; what takes it demands a header that another
 * site's page cannot send.
 */
@RestController
@RequestMapping("/api/auth")
class SignInController {
    private static final String COOKIE = "__Secure-dictamen_rt";
    private static final String OWN_HEADER = "X-Dictamen";
    private static final int LONGEST_NAME = 100;

    private final SignIn signIn;
    private final UserRepository users;
    private final TokenProperties properties;

    SignInController(SignIn signIn, UserRepository users, TokenProperties properties) {
        this.signIn = signIn;
        this.users = users;
        this.properties = properties;
    }

    record Credentials(@Nullable String username, @Nullable String password) {}

    record PasswordChange(
            @Nullable String currentPassword, @Nullable String newPassword) {}

    record SessionBody(String accessToken, Instant expiresAt, User user) {}

    @PostMapping("/login")
    ResponseEntity<SessionBody> login(@RequestBody Credentials credentials, ServerHttpRequest request) {
        String username = required(credentials.username(), "username", LONGEST_NAME);
        String password = required(credentials.password(), "password", Passwords.LONGEST);
        return answer(signIn.login(username, password, ClientAddress.of(request)));
    }

    @PostMapping("/refresh")
    ResponseEntity<SessionBody> refresh(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, ServerHttpRequest request) {
        requireOwnPage(request);
        if (token == null) {
            throw Problems.of(HttpStatus.UNAUTHORIZED, "not signed in");
        }
        return answer(signIn.refresh(token, ClientAddress.of(request)));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, ServerHttpRequest request) {
        requireOwnPage(request);
        if (token != null) {
            signIn.logout(token, ClientAddress.of(request));
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .build();
    }

    @PostMapping("/password")
    ResponseEntity<Void> password(
            @RequestBody PasswordChange change, @AuthenticationPrincipal Jwt token, ServerHttpRequest request) {
        String current = required(change.currentPassword(), "currentPassword", Passwords.LONGEST);
        String replacement = required(change.newPassword(), "newPassword", Passwords.LONGEST);
        if (replacement.length() < Passwords.SHORTEST) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST, "newPassword has fewer than " + Passwords.SHORTEST + " characters");
        }
        signIn.changePassword(
                Reader.of(token).username(),
                Objects.requireNonNullElse(token.getClaimAsString("sid"), ""),
                current,
                replacement,
                ClientAddress.of(request));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me")
    User me(@AuthenticationPrincipal Jwt token) {
        return users.findById(Reader.of(token).username())
                .map(StoredUser::user)
                .orElseThrow(() -> Problems.of(HttpStatus.UNAUTHORIZED, "not signed in"));
    }

    private ResponseEntity<SessionBody> answer(SignIn.Session session) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(session.refreshToken(), properties.refreshTokenLife()))
                .body(new SessionBody(session.access().token(), session.access().expiresAt(), session.user()));
    }

    private static String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/api/auth")
                .maxAge(life)
                .build()
                .toString();
    }

    private static void requireOwnPage(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        boolean isForeign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (isForeign || !"1".equals(request.getHeaders().getFirst(OWN_HEADER))) {
            throw Problems.of(HttpStatus.FORBIDDEN, "header " + OWN_HEADER + " is missing");
        }
    }

    private static String required(@Nullable String value, String name, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw Problems.of(HttpStatus.BAD_REQUEST, name + " is missing or too long");
        }
        return value;
    }
}
