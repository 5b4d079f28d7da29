package dev.dictamen.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.gateway.testing.Browser;
import dev.dictamen.gateway.testing.GatewayTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** The dashboard's files, where the jar was built with them, and what is not a file. */
@GatewayTest
class DashboardIT {
    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void everyRouteOfTheDashboardIsThePageAndNeverKept() {
        Assumptions.assumeTrue(new ClassPathResource("static/index.html").exists(), "built without the dashboard");

        for (String route : new String[] {
            "/", "/login", "/live", "/sources", "/replicas", "/settings", "/chats/~YS9i", "/live?score=bad"
        }) {
            Browser.Answer page = browser.get(route, null);
            assertThat(page.status()).as(route).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.raw().body()).contains("<div id=\"app\">");
        }
    }

    @Test
    void assetsAreKeptForEver() {
        Assumptions.assumeTrue(new ClassPathResource("static/index.html").exists(), "built without the dashboard");
        var script = Pattern.compile("/assets/[^\"]+\\.js")
                .matcher(browser.get("/", null).raw().body());
        assertThat(script.find()).isTrue();

        Browser.Answer asset = browser.get(script.group(), null);

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Content-Type")).contains("javascript");
        assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void whatIsNotThereIsNotFoundAndNothingElseIsServed() {
        for (String path : new String[] {
            "/assets/none.js", "/nothing", "/application.yml", "/assets/..%2f..%2fapplication.yml", "/actuator/health"
        }) {
            assertThat(browser.get(path, null).status()).as(path).isIn(400, 404);
        }
        assertThat(browser.get("/api/nothing", null).status()).isEqualTo(401);
        assertThat(browser.get("/api/nothing", browser.adminToken()).status()).isEqualTo(404);
    }

    @Test
    void healthIsOnThePortOfTheManagement() {
        assertThat(new Browser(managementPort)
                        .get("/actuator/health/readiness", null)
                        .status())
                .isEqualTo(200);
        assertThat(new Browser(managementPort)
                        .get("/actuator/prometheus", null)
                        .raw()
                        .body())
                .contains("dictamen_live_sockets");
    }
}
