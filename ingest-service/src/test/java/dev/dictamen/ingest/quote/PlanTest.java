package dev.dictamen.ingest.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.ReplayReport.Plan.Place;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final List<Place> PLACES = IntStream.range(0, 24)
            .mapToObj(number -> new Place("closed", number))
            .toList();

    @Test
    void whatIsWrittenInPartsIsReadAgain() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var locations = IntStream.range(0, 45_000)
                .mapToLong(i -> Locations.of(random.nextInt(PLACES.size()), random.nextLong(1L << 47)))
                .toArray();

        var parts = new Plan(PLACES, locations).parts("r-2026");

        assertThat(parts).extracting(ReplayReport.Plan::part).containsExactly(0, 1, 2);
        assertThat(Plan.of(parts).locations()).as("seed %d", seed).containsExactly(locations);
    }

    @Test
    void aPartOfAnOrdinaryPlanFitsARecordByFar() {
        var locations = IntStream.range(0, 20_000)
                .mapToLong(i -> Locations.of(i % 12, 1_000_000 + i))
                .toArray();

        assertThat(new Plan(PLACES, locations).parts("r-2026"))
                .singleElement()
                .satisfies(part -> assertThat(part.chats()).hasSizeLessThan(200_000));
    }

    @Test
    void aPlanOfNothingHasOnePart() {
        assertThat(Plan.of(Plan.EMPTY.parts("r-2026")).size()).isZero();
    }
}
