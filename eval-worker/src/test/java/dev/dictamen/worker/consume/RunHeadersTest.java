package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.worker.evaluate.Run;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RunHeadersTest {
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void aRecordThatNamesNoRunIsALiveOne() {
        assertThat(RunHeaders.read(headers)).isEqualTo(Run.LIVE);
    }

    @Test
    void aReplayedRecordNamesItsRunHowItIsAskedAndWhatItReplaces() {
        put(EventHeaders.RUN_ID, "r-20261121-k3xq");
        put(EventHeaders.ASK, "{\"promptVersion\":\"2026-12-1\",\"seed\":8}");
        put(EventHeaders.MODE, "replace");

        assertThat(RunHeaders.read(headers))
                .isEqualTo(new Run("r-20261121-k3xq", new Ask("2026-12-1", null, null, 8), "live"));
    }

    @Test
    void aComparedRunReplacesNothing() {
        put(EventHeaders.RUN_ID, "r-20261121-k3xq");
        put(EventHeaders.MODE, "compare");

        assertThat(RunHeaders.read(headers)).isEqualTo(new Run("r-20261121-k3xq", null, null));
    }

    @Test
    void headersThatCannotBeReadAreNoRun() {
        put(EventHeaders.RUN_ID, "r-20261121-k3xq");
        put(EventHeaders.ASK, "{\"promptVersion\":");

        assertThat(RunHeaders.read(headers)).isNull();
    }

    private void put(String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
