package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class PartitionOffsetsTest {
    @Test
    void theCommitStaysBehindTheSlowestRecord() {
        var offsets = new PartitionOffsets(null, 10);
        LongStream.range(10, 14).forEach(offsets::begin);

        offsets.finish(11);
        offsets.finish(13);

        assertThat(due(offsets).offset()).isEqualTo(10);
    }

    @Test
    void theCommitMovesOnWhenTheSlowestIsDone() {
        var offsets = new PartitionOffsets(null, 10);
        LongStream.range(10, 14).forEach(offsets::begin);
        LongStream.of(11, 13, 10).forEach(offsets::finish);

        assertThat(due(offsets).offset()).isEqualTo(12);
    }

    @Test
    void anUnchangedPositionIsNotDueTwice() {
        var offsets = new PartitionOffsets(null, 10);
        offsets.begin(10);
        due(offsets);

        assertThat(offsets.due()).isNull();
    }

    @Test
    void aPositionWhoseCommitFailedIsDueAgain() {
        var offsets = new PartitionOffsets(null, 10);
        offsets.begin(10);
        var first = due(offsets);

        offsets.forgetCommitted();

        assertThat(offsets.due()).isEqualTo(first);
    }

    @Test
    void aSuccessorTakesUpOnlyWhatWasNotFinished() {
        var offsets = new PartitionOffsets(null, 10);
        LongStream.range(10, 20).forEach(offsets::begin);
        LongStream.of(11, 12, 15, 19).forEach(offsets::finish);

        var successor = new PartitionOffsets(due(offsets), 10);

        var taken = LongStream.range(10, 22).filter(successor::begin).boxed().toList();
        assertThat(taken).containsExactly(10L, 13L, 14L, 16L, 17L, 18L, 20L, 21L);
    }

    @Test
    void aSuccessorCommitsNothingBeforeItHasReachedTheRestoredMark() {
        var offsets = new PartitionOffsets(null, 10);
        LongStream.range(10, 20).forEach(offsets::begin);
        LongStream.range(11, 20).forEach(offsets::finish);
        var successor = new PartitionOffsets(due(offsets), 10);

        successor.begin(10);
        successor.finish(10);

        assertThat(successor.due()).isNull();
        LongStream.range(11, 20).forEach(successor::begin);
        assertThat(due(successor).offset()).isEqualTo(20);
    }

    @Test
    void metadataThatABrokerWouldRefuseIsLeftOut() {
        var offsets = new PartitionOffsets(null, 0);
        LongStream.range(0, 5000).forEach(offsets::begin);

        assertThat(due(offsets)).isEqualTo(new OffsetAndMetadata(0, ""));
    }

    /** Whatever the order of finishing and wherever the kill: nothing is lost, nothing finished is taken up again. */
    @Test
    void nothingIsLostAndNothingRepeatedInAnyOrder() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var offsets = new PartitionOffsets(null, 0);
            var open = new ArrayList<>(LongStream.range(0, 100).boxed().toList());
            open.forEach(offsets::begin);
            Collections.shuffle(open, random);
            var finished = new HashSet<>(open.subList(0, random.nextInt(100)));
            finished.forEach(offsets::finish);
            var committed = due(offsets);

            var successor = new PartitionOffsets(committed, committed.offset());
            var taken = LongStream.range(committed.offset(), 100)
                    .filter(successor::begin)
                    .boxed()
                    .toList();

            assertThat(taken)
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(LongStream.range(0, 100)
                            .boxed()
                            .filter(offset -> !finished.contains(offset))
                            .toList());
        }
    }

    private static OffsetAndMetadata due(PartitionOffsets offsets) {
        return Objects.requireNonNull(offsets.due());
    }
}
