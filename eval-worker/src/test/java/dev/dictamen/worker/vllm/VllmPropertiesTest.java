package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VllmPropertiesTest {
    @Test
    void aTimeoutThatNoCallCouldKeepStopsTheStart() {
        assertThatThrownBy(() -> new VllmProperties("", Duration.ZERO)).hasMessageContaining("JUDGE_REQUEST_TIMEOUT");
    }
}
