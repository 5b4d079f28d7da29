package dev.dictamen.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.SourceStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusBoardTest {
    private final HandClock clock = new HandClock();
    private final StatusBoard<SourceStatus> board = new StatusBoard<>(StatusConfiguration.SOURCE, clock);

    @Test
    void showsTheNewestReportPerSourceAndInstanceInOrder() {
        board.take(status("whaticket", "ingest-1", 7));
        board.take(status("livehelperchat", "ingest-2", 3));
        board.take(status("livehelperchat", "ingest-1", 5));
        board.take(status("whaticket", "ingest-1", 0));

        assertThat(board.current())
                .containsExactly(
                        status("livehelperchat", "ingest-1", 5),
                        status("livehelperchat", "ingest-2", 3),
                        status("whaticket", "ingest-1", 0));
    }

    @Test
    void forgetsWhoHasNotReportedForMoreThanTenSeconds() {
        board.take(status("livehelperchat", "ingest-1", 1));

        clock.forward(Duration.ofSeconds(10));
        assertThat(board.current()).hasSize(1);

        clock.forward(Duration.ofMillis(1));
        assertThat(board.current()).isEmpty();
    }

    @Test
    void passesOverRecordsOfAnotherKind() {
        board.take(new ReplicaStatus(
                "one",
                "w-1",
                ReplicaStatus.State.READY,
                ReplicaStatus.Breaker.CLOSED,
                0,
                1,
                ReplicaStatus.Pace.NONE,
                null,
                true,
                null,
                clock.instant()));

        assertThat(board.current()).isEmpty();
    }

    private SourceStatus status(String source, String instance, long waiting) {
        var state = SourceStatus.State.FOLLOWING;
        return new SourceStatus(
                source, instance, state, null, null, null, waiting, 0, 0, 0, null, null, clock.instant());
    }
}
