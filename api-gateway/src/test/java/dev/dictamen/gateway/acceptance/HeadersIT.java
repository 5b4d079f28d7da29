package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and what the public port never gives away. */
class HeadersIT {
    private static final Gateway GATEWAY = Gateway.shared();
    private final Client nobody = new Client(GATEWAY);

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
                .contains("trusted-types 'none'")
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
        assertThat(nobody.getManagement("/actuator/prometheus").text()).contains("dictamen_live_sockets");
        assertThat(nobody.getManagement("/actuator/env").status()).isEqualTo(404);
        assertThat(nobody.getManagement("/api/evaluations").status()).isEqualTo(401);
    }

    @Test
    void wrongMethodsAndTypesAreProblems() {
        var admin = GATEWAY.admin();
        var wrongMethod = admin.post("/api/evaluations", "{}");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Content-Type")).contains("application/problem+json");
        assertThat(nobody.post("/", "{}").status()).isEqualTo(401);
    }
}
