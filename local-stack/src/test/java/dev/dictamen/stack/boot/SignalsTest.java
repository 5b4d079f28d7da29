package dev.dictamen.stack.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SignalsTest {
    @Test
    void theFirstSignalAsksForAStopAndTheSecondEndsAtOnce() {
        var events = new ArrayList<String>();
        var signals = new Signals(() -> events.add("stop"), () -> events.add("end"));

        signals.receive();
        signals.receive();

        assertThat(events).containsExactly("stop", "end");
    }
}
