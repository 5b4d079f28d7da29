package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionOffsetsTest {
    @Test
    void aLongRecordTakesMorePlacesUntilItIsFinished() {
        var offsets = new PartitionOffsets(null, 0);
        LongStream.range(0, 3).forEach(offsets::begin);
        offsets.started(1, 64, CompletableFuture.completedFuture(null));

        assertThat(offsets.places()).isEqualTo(66);
        offsets.finish(1);
        assertThat(offsets.places()).isEqualTo(2);
    }

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
    void theCommitPassesTheMarkerOfATransaction() {
        var offsets = new PartitionOffsets(null, 10);
        offsets.begin(10);
        offsets.finish(10);

        offsets.readUpTo(12);

        assertThat(due(offsets).offset()).isEqualTo(12);
    }

    @Test
    void theCommitStaysBehindTheSlowestRecordBeforeAMarker() {
        var offsets = new PartitionOffsets(null, 10);
        offsets.begin(10);

        offsets.readUpTo(12);

        assertThat(due(offsets).offset()).isEqualTo(10);
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
    void whatDoesNotFitIntoTheMetadataIsRepeatedAndNotLost() {
        var offsets = new PartitionOffsets(null, 0);
        LongStream.range(0, 5000).forEach(offsets::begin);
        LongStream.range(0, 5000).filter(offset -> offset % 2 == 1).forEach(offsets::finish);

        var committed = due(offsets);
        var successor = new PartitionOffsets(committed, 0);
        var taken = LongStream.range(0, 5000).filter(successor::begin).boxed().toList();

        assertThat(committed.metadata()).hasSizeLessThanOrEqualTo(4096).hasSizeGreaterThan(3900);
        assertThat(taken)
                .containsAll(
                        LongStream.range(0, 2500).map(half -> 2 * half).boxed().toList());
        assertThat(taken).doesNotContain(1L, 3L, 5L, 1001L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somebody's note", "12", "12:", "x:1,2", "12:1,,2", "12:1:2", "99999999999999999999:1"})
    void metadataThatIsNotOursMeansThatNothingIsFinished(String metadata) {
        var offsets = new PartitionOffsets(new OffsetAndMetadata(10, metadata), 10);

        assertThat(LongStream.range(10, 15).filter(offsets::begin)).containsExactly(10L, 11L, 12L, 13L, 14L);
        assertThat(due(offsets).offset()).isEqualTo(10);
    }

    @Test
    void gapsLeftByCompactionAreNotWaitedFor() {
        var offsets = new PartitionOffsets(null, 0);
        LongStream.of(3, 9, 40).forEach(offsets::begin);
        LongStream.of(3, 9).forEach(offsets::finish);

        assertThat(due(offsets).offset()).isEqualTo(40);
    }

    @Test
    void interruptedWorkIsNoLongerAwaitedButStaysInFlight() {
        var offsets = new PartitionOffsets(null, 0);
        offsets.begin(0);
        var work = new CompletableFuture<Void>();
        offsets.started(0, 1, work);

        assertThat(offsets.isUnderWay()).isTrue();
        offsets.interruptAll();

        assertThat(work).isCancelled();
        assertThat(offsets.isUnderWay()).isFalse();
        assertThat(due(offsets).offset()).isZero();
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
