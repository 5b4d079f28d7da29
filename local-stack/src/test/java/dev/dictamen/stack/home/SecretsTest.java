package dev.dictamen.stack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void generatesEachSecretOnceAndKeepsItForTheNextStart() throws Exception {
        var home = new Home(folder);

        var first = Secrets.load(home, Map.of()).asEnvironment();
        var second = Secrets.load(home, Map.of()).asEnvironment();

        assertThat(first)
                .isEqualTo(second)
                .containsKeys(
                        "INGEST_API_KEY", "DATABASE_PASSWORD", "GATEWAY_OPERATOR_TOKEN", "GATEWAY_BOOTSTRAP_PASSWORD");
        assertThat(Base64.getDecoder().decode(first.get("GATEWAY_KEY_ENCRYPTION_KEY")))
                .hasSize(32);
    }

    @Test
    void nobodyElseCanReadTheFile() throws Exception {
        Secrets.load(new Home(folder), Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.env"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherHomeHasOtherSecrets() throws Exception {
        var here = Secrets.load(new Home(folder), Map.of());
        var there = Secrets.load(new Home(Files.createDirectory(folder.resolve("other"))), Map.of());

        assertThat(here.get("INGEST_API_KEY")).isNotEqualTo(there.get("INGEST_API_KEY"));
    }

    @Test
    void aGivenPasswordIsTakenAndNeverWrittenDown() throws Exception {
        var given = Map.of(Secrets.PASSWORD, "given-password-of-a-person");

        assertThat(Secrets.load(new Home(folder), given).get(Secrets.PASSWORD)).isEqualTo("given-password-of-a-person");
        assertThat(folder.resolve("secrets.env")).content().doesNotContain("given-password-of-a-person");
    }

    @Test
    void aShownPasswordIsForgottenAndNotGeneratedAgain() throws Exception {
        var home = new Home(folder);
        var shown = Secrets.load(home, Map.of());

        shown.forgetPassword();

        assertThat(folder.resolve("secrets.env")).content().doesNotContain(shown.get(Secrets.PASSWORD));
        assertThat(Secrets.load(home, Map.of()).get(Secrets.PASSWORD)).isEmpty();
    }
}
