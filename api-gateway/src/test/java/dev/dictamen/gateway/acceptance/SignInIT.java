package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInIT {
    private static final Gateway GATEWAY = Gateway.shared();
    private final Client client = new Client(GATEWAY);

    private static String newUser(String username) {
        GATEWAY.addUser(username, "supervisor", "[\"Ventas\"]");
        return username;
    }

    @Test
    void theBootstrapUserSignsInAndGetsATokenAUserAndAStrictCookie() {
        var answer = client.login("Admin ", Gateway.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expiresAt").asString()).matches("\\d{4}-.*Z");
        assertThat(answer.json().path("user").toString())
                .isEqualTo("{\"username\":\"admin\",\"displayName\":\"admin\",\"role\":\"admin\",\"teams\":[]}");
        assertThat(answer.header("Set-Cookie"))
                .contains("__Secure-dictamen_rt=", "Path=/api/auth", "HttpOnly", "Secure", "SameSite=Strict")
                .contains("Max-Age=604800");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(client.get("/api/auth/me").json().path("role").asString()).isEqualTo("admin");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookAlike() {
        var wrong = client.login("admin", "wrong password here");
        var unknown = client.login("nobody", "wrong password here");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).contains("application/problem+json");
        assertThat(unknown.text()).isEqualTo(wrong.text()).doesNotContain("Exception", "nobody");
        assertThat(unknown.headers().keySet()).isEqualTo(wrong.headers().keySet());
    }

    @Test
    void brokenBodiesAreRefusedWithAProblem() {
        for (var body : new String[] {"", "{", "[]", "null", "{\"username\":1}", "{\"username\":\"admin\"}", "\"x\""}) {
            var answer = client.post("/api/auth/login", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.header("Content-Type")).as(body).contains("application/problem+json");
            assertThat(answer.text()).doesNotContain("Exception", "tools.jackson", "trace");
        }
        var large = "{\"username\":\"" + "a".repeat(300_000) + "\",\"password\":\"x\"}";
        assertThat(client.post("/api/auth/login", large).status()).isEqualTo(413);
    }

    @Test
    void moreThanTwentyAttemptsAMinuteForOneUserAreTurnedAway() {
        newUser("busy");
        var last = IntStream.range(0, 30)
                .mapToObj(i -> client.login("busy", "wrong password here"))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(last.header("Content-Type")).contains("application/problem+json");
        assertThat(client.login("BUSY", Gateway.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aRefreshTokenIsGoodForOneUseAndItsReuseEndsTheWholeSignIn() {
        client.signedIn(newUser("rotating"));
        var first = client.cookie();

        var withDeadToken = client.request("/api/auth/refresh")
                .header("X-Dictamen", "1")
                .header("Cookie", Client.COOKIE + "=" + first)
                .header("Authorization", "Bearer an.expired.token")
                .POST(BodyPublishers.noBody());
        assertThat(client.remember(client.send(withDeadToken)).status()).isEqualTo(200);
        var second = client.cookie();
        assertThat(second).isNotEqualTo(first);
        assertThat(client.refreshWith(first).status()).isEqualTo(401);
        assertThat(client.refreshWith(second).status()).isEqualTo(401);
        assertThat(GATEWAY.rows("SELECT action FROM audit_log WHERE actor = 'rotating' AND action LIKE '%reuse%'"))
                .hasSize(1);
    }

    @Test
    void ofManyRefreshesAtOnceOneWins() {
        client.signedIn(newUser("racing"));
        var cookie = client.cookie();

        var winners = IntStream.range(0, 12)
                .parallel()
                .map(i -> new Client(GATEWAY).refreshWith(cookie).status())
                .filter(status -> status == 200)
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void refreshAndLogoutTakeNoOrdersFromAnotherSite() {
        client.signedIn(newUser("careful"));
        var cookie = Client.COOKIE + "=" + client.cookie();

        for (var path : new String[] {"/api/auth/refresh", "/api/auth/logout"}) {
            var bare = client.request(path).header("Cookie", cookie).POST(BodyPublishers.noBody());
            assertThat(client.send(bare).status()).as(path + " without header").isEqualTo(403);
            var foreign = client.request(path)
                    .header("Cookie", cookie)
                    .header("X-Dictamen", "1")
                    .header("Origin", "https://evil.example")
                    .POST(BodyPublishers.noBody());
            assertThat(client.send(foreign).status()).as(path + " from evil").isEqualTo(403);
        }
        assertThat(client.refresh().status()).isEqualTo(200);
    }

    @Test
    void afterLogoutTheRefreshTokenIsWorthNothing() {
        client.signedIn(newUser("leaving"));

        var answer = client.post("/api/auth/logout", "", "Cookie", Client.COOKIE + "=" + client.cookie());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(client.refresh().status()).isEqualTo(401);
        assertThat(GATEWAY.rows("SELECT 1 FROM audit_log WHERE actor = 'leaving' AND action = 'logout'"))
                .hasSize(1);
    }

    @Test
    void thePasswordChangesOnlyWithTheCurrentOneAndEndsOtherSignIns() {
        client.signedIn(newUser("changing"));
        var other = new Client(GATEWAY).signedIn("changing");

        assertThat(change("wrong password here", "another long password").status())
                .isEqualTo(400);
        assertThat(change(Gateway.PASSWORD, "short").status()).isEqualTo(400);
        assertThat(change(Gateway.PASSWORD, "another long password").status()).isEqualTo(204);

        assertThat(client.refresh().status()).isEqualTo(200);
        assertThat(other.refresh().status()).isEqualTo(401);
        assertThat(client.login("changing", Gateway.PASSWORD).status()).isEqualTo(401);
        assertThat(client.login("changing", "another long password").status()).isEqualTo(200);
    }

    private Client.Answer change(String current, String replacement) {
        return client.post(
                "/api/auth/password",
                "{\"currentPassword\":\"" + current + "\",\"newPassword\":\"" + replacement + "\"}");
    }

    @Test
    void hostileUserNamesAreOnlyNames() {
        for (var name :
                new String[] {"' OR '1'='1", "admin'--", "admin\\u0000", "a\\r\\nb", "😀", "%", "ADMIN\\u00a0x"}) {
            var body = "{\"username\":\"" + name + "\",\"password\":\"wrong password here\"}";
            assertThat(client.post("/api/auth/login", body).status()).as(name).isEqualTo(401);
        }
        assertThat(GATEWAY.rows("SELECT 1 FROM audit_log WHERE actor LIKE '%\n%'"))
                .isEmpty();
    }

    @Test
    void noSecretIsInTheAuditLogAndNoTokenIsStoredInTheClear() {
        client.signedIn("admin");
        var everything = GATEWAY.rows("SELECT * FROM audit_log") + ""
                + GATEWAY.rows("SELECT * FROM refresh_token")
                + GATEWAY.rows("SELECT * FROM users")
                + GATEWAY.rows("SELECT * FROM signing_key");

        assertThat(everything).doesNotContain(client.cookie(), client.token(), Gateway.PASSWORD, "\"d\":");
        assertThat(everything).contains("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
