package dev.dictamen.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackSettingsTest {
    @Test
    void fillsHostAndPortIntoAnAddress() throws Exception {
        assertThat(StackSettings.load().uri("gateway.status", 8080)).hasToString("http://127.0.0.1:8080/api/status");
    }

    @Test
    void namesTheKeyThatIsMissing() throws Exception {
        var settings = StackSettings.load();

        assertThatThrownBy(() -> settings.text("no.such.key")).hasMessageContaining("no.such.key");
    }
}
