package dev.dictamen.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.gateway.testing.Browser;
import dev.dictamen.gateway.testing.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sign-in, its renewal, its end, and who is refused. */
@GatewayTest
class SignInIT {
    @LocalServerPort
    private int port;

    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void theBootstrapAdminSignsInAndReadsTheLedger() {
        Browser.Answer login = browser.login("ANA", Browser.PASSWORD);

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.body().get("user").get("role").asString()).isEqualTo("admin");
        assertThat(login.header("Set-Cookie")).contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/auth");
        String token = login.body().get("accessToken").asString();
        assertThat(browser.get("/api/ledger", token).status()).isEqualTo(200);
        assertThat(browser.get("/api/auth/me", token).body().get("username").asString())
                .isEqualTo("ana");
        var status = browser.get("/api/status", token);
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.body().get("topics").size()).isEqualTo(7);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        Browser.Answer wrong = browser.login(Browser.ADMIN, "not the password");
        Browser.Answer unknown = browser.login("nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
    }

    @Test
    void onlyAnAccessTokenOpensTheApi() {
        Browser.Answer login = browser.login(Browser.ADMIN, Browser.PASSWORD);
        String refresh = login.refreshCookie().split("=")[1];
        String token = login.body().get("accessToken").asString();
        String unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + token.split("\\.")[1] + ".";
        String changed = token.substring(0, token.length() - 8) + "AAAAAAAA";

        for (String other : new String[] {null, refresh, unsigned, changed, "x"}) {
            assertThat(browser.get("/api/evaluations", other).status()).isEqualTo(401);
        }
    }

    @Test
    void theOperatorTokenOpensOnlyTheStatusAndTheLedger() {
        assertThat(browser.get("/api/status", Browser.OPERATOR_TOKEN).status()).isEqualTo(200);
        assertThat(browser.get("/api/ledger", Browser.OPERATOR_TOKEN).status()).isEqualTo(200);
        assertThat(browser.get("/api/evaluations", Browser.OPERATOR_TOKEN).status())
                .isEqualTo(403);
        assertThat(browser.get("/api/auth/me", Browser.OPERATOR_TOKEN).status()).isEqualTo(403);
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsItsWholeFamily() {
        String first = browser.login(Browser.ADMIN, Browser.PASSWORD).refreshCookie();
        Browser.Answer renewed = browser.post("/api/auth/refresh", null, "an.expired.token", first);
        assertThat(renewed.status()).isEqualTo(200);

        assertThat(browser.post("/api/auth/refresh", null, null, first).status())
                .isEqualTo(401);
        assertThat(browser.post("/api/auth/refresh", null, null, renewed.refreshCookie())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSignIn() {
        String cookie = browser.login(Browser.ADMIN, Browser.PASSWORD).refreshCookie();

        assertThat(browser.post("/api/auth/logout", null, null, cookie).status())
                .isEqualTo(204);
        assertThat(browser.post("/api/auth/refresh", null, null, cookie).status())
                .isEqualTo(401);
    }

    @Test
    void guessingOneUsersPasswordIsSlowedDown() {
        Browser.Answer last = browser.login("victim", "guess");
        for (int guess = 0; guess < 30 && last.status() == 401; guess++) {
            last = browser.login("victim", "guess");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (String path : new String[] {"/", "/login", "/api/ledger", "/nothing-here"}) {
            Browser.Answer answer = browser.get(path, null);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "trusted-types 'none'", "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }
}
