package dev.dictamen.stack.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    private static final Map<String, String> DEMO = Map.of(
            "SOURCE_URL", "jdbc:mysql://demo/demo_chat",
            "SOURCE_USERNAME", "dictamen_cdc",
            "SOURCE_PASSWORD", "follower-password",
            "SOURCE_MAPPING", "/home/demo.yml");

    @TempDir
    Path folder;

    @Test
    void theDemoIsFollowedWhereNothingElseIsNamed() throws IOException {
        var environment = environment(DEMO, Map.of("SOURCE_MAPPING", "whaticket", "SOURCE_QUIET", "5s"));

        assertThat(environment)
                .containsAllEntriesOf(DEMO)
                .containsEntry("SOURCE_SERVER_ID", "584301")
                .containsEntry("SOURCE_QUIET", "5s");
    }

    @Test
    void withoutADemoNothingIsFollowed() throws IOException {
        assertThat(environment(Map.of(), Map.of()))
                .containsEntry("SOURCE_URL", "")
                .doesNotContainKeys("SOURCE_PASSWORD", "SOURCE_MAPPING");
    }

    @Test
    void aDatabaseOfOnesOwnIsFollowedAsItWasGiven() throws IOException {
        var given = Map.of(
                "SOURCE_URL", "jdbc:mariadb://chats/lhc",
                "SOURCE_USERNAME", "reader",
                "SOURCE_MAPPING", "livehelperchat",
                "PII_REDACTION", "email");

        assertThat(environment(Map.of(), given)).containsAllEntriesOf(given).doesNotContainKey("SOURCE_PASSWORD");
    }

    @Test
    void aMappingFileIsFoundFromWhereThePersonStands() throws IOException {
        var given = Map.of("SOURCE_URL", "jdbc:mariadb://chats/own", "SOURCE_MAPPING", "pom.xml");

        assertThat(environment(Map.of(), given))
                .containsEntry(
                        "SOURCE_MAPPING", Path.of("pom.xml").toAbsolutePath().toString());
    }

    @Test
    void theDemosOwnPasswordsAreNobodyElsesSetting() throws IOException {
        assertThat(environment(DEMO, Map.of())).doesNotContainKeys(Secrets.DEMO_PASSWORD, Secrets.FOLLOWER_PASSWORD);
    }

    private Map<String, String> environment(Map<String, String> source, Map<String, String> given) throws IOException {
        var home = new Home(folder);
        return new ServiceEnvironment(StackSettings.load(), home)
                .of(new ServiceAddresses(Map.of()), Secrets.load(home, Map.of()), source, given);
    }
}
