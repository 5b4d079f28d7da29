package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard's files (here a page and a script that stand for them), and what is not a file. */
class DashboardIT {
    private static final Gateway GATEWAY = Gateway.shared();

    private final Client nobody = new Client(GATEWAY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/live?score=bad",
                "/sources",
                "/chats/~YS9i",
                "/chats/a.b",
                "/a/page/of/next/year"
            })
    void whoeverComesToReadAPageGetsTheDashboardWhoseRouterKnowsTheRest(String address) {
        var page = nobody.visit(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.text()).contains("<div id=\"app\">");
    }

    @Test
    void theFrontPageIsThereWhateverTheAskerAccepts() {
        assertThat(nobody.get("/").text()).contains("<div id=\"app\">");
    }

    @Test
    void assetsAreKeptForEver() {
        var asset = nobody.get("/assets/app-0a1b2c3d.js");

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Content-Type")).contains("javascript");
        assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void filesThatAPersonOpensAreNotThePage() {
        assertThat(nobody.visit("/robots.txt").text()).startsWith("User-agent:");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/none.js, 404",
        "/nothing, 404",
        "/nothing.png, 404",
        "/application.yml, 404",
        "/assets/..%2f..%2fapplication.yml, 400",
        "/actuator/health, 404"
    })
    void whatIsNotThereIsNotFoundAndNothingElseIsServed(String address, int status) {
        assertThat(nobody.get(address).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.js", "/licenses/none.txt"})
    void aMissingFileIsMissingForAPersonToo(String address) {
        assertThat(nobody.visit(address).status()).isEqualTo(404);
    }

    @Test
    void unknownApiPathsNeedATokenAndThenAreNotFound() {
        assertThat(nobody.get("/api/nothing").status()).isEqualTo(401);
        assertThat(nobody.visit("/api/nothing").status()).isEqualTo(401);
        assertThat(GATEWAY.admin().get("/api/nothing").status()).isEqualTo(404);
    }
}
