package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and what the public port never gives away. */
class HeadersIT {
    private static final Gateway GATEWAY = new Gateway("headers");
    private final Client nobody = new Client(GATEWAY);

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/live",
                "/chats/x",
                "/sources",
                "/replicas",
                "/settings",
                "/assets/none.js",
                "/nothing.png",
                "/api/nothing",
                "/api/evaluations",
                "/ws/live",
                "/actuator/health",
                "/api/auth/login",
                "/favicon.svg",
                "/%2e%2e/etc",
                "/chats/..%2f..%2fapplication.yml",
                "/application.yml",
                "/..;/x",
                "/assets/../application.yml",
                "//"
            })
    void everyAnswerIsStrict(String path) {
        var answer = nobody.get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .as(path + " " + answer.status())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        assertThat(answer.text()).doesNotContain("DATABASE_PASSWORD", "at org.springframework");
        assertThat(answer.status()).isNotEqualTo(500);
    }

    @Test
    void theManagementPortIsAnother() {
        for (var path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env"}) {
            assertThat(nobody.get(path).text()).as(path).doesNotContain("\"status\":\"UP\"", "_links", "jvm_");
        }
        assertThat(nobody.getManagement("/actuator/health").text()).contains("UP");
        assertThat(nobody.getManagement("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(nobody.getManagement("/actuator/env").status()).isIn(401, 404);
        assertThat(nobody.getManagement("/api/evaluations").status()).isIn(401, 404);
    }

    @Test
    void theDashboardIsThereOrSaysThatItIsNotBuilt() {
        var answer = nobody.get("/");
        assertThat(answer.text()).containsAnyOf("<div id=\"app\">", "dashboard");
        assertThat(nobody.get("/chats/~YWJj").text()).isEqualTo(answer.text());
        assertThat(nobody.get("/assets/none.js").status()).isEqualTo(404);
    }

    @Test
    void unknownApiPathsNeedATokenAndThenAreNotFound() {
        assertThat(nobody.get("/api/nothing").status()).isEqualTo(401);
        assertThat(new Client(GATEWAY).signedIn("admin").get("/api/nothing").status())
                .isEqualTo(404);
    }

    @Test
    void wrongMethodsAndTypesAreProblems() {
        var admin = new Client(GATEWAY).signedIn("admin");
        var wrongMethod = admin.post("/api/evaluations", "{}");
        assertThat(wrongMethod.status()).isIn(404, 405);
        assertThat(wrongMethod.header("Content-Type")).contains("application/problem+json");
        assertThat(nobody.post("/", "{}").status()).isIn(401, 403, 404, 405);
    }
}
