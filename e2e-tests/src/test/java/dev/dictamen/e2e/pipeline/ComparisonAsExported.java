package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.Score;
import dev.dictamen.contract.Word;
import dev.dictamen.e2e.statistics.Interval;
import dev.dictamen.e2e.statistics.Pair;
import dev.dictamen.e2e.statistics.PairedGrades;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/** The promise that a comparison says what everybody can count who has its export. */
final class ComparisonAsExported {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int FEWEST_CHANGED = 10;
    private static final int FEWEST = 20;

    private final List<Map<String, String>> lines;
    private final PairedGrades grades;

    ComparisonAsExported(List<Map<String, String>> lines) {
        this.lines = lines;
        this.grades = new PairedGrades(lines.stream()
                .map(line -> new Pair(grade(line, "withScore"), grade(line, "runScore")))
                .toList());
    }

    private static int grade(Map<String, String> line, String field) {
        return Word.of(Score.class, line.get(field)).orElseThrow().value();
    }

    /** Fails with the first figure that is another. */
    void holdsFor(JsonNode comparison) {
        assertThat(comparison.get("compared").asInt()).isEqualTo(lines.size()).isGreaterThan(FEWEST);
        assertThat(lines)
                .allSatisfy(line -> assertThat(Integer.parseInt(line.get("shift")))
                        .isEqualTo(grade(line, "runScore") - grade(line, "withScore")));
        assertThat(comparison.get("matrix").toString())
                .isEqualTo(grades.matrix().toString().replace(" ", ""));
        for (var score : Score.values()) {
            assertShares(comparison.get("shares").get(score.value() - 1), score);
        }
        assertAgreement(comparison.get("agreement"));
        assertMeans(comparison.get("means"));
        assertComposite(comparison.get("composite"), comparison.at("/figures/means"));
        assertCustomers(comparison.get("customers"));
    }

    private void assertShares(JsonNode shares, Score score) {
        int grade = score.value();
        assertThat(shares.get("score").asString()).isEqualTo(score.word());
        assertInterval(shares.get("with"), "share", grades.shareOfFirst(grade));
        assertInterval(shares.get("run"), "share", grades.shareOfSecond(grade));
        var difference = grades.difference(grade);
        assertInterval(shares.get("difference"), "value", difference);
        assertThat(shares.at("/difference/direction").asString()).isEqualTo(direction(difference, grade));
    }

    private String direction(Interval difference, int grade) {
        if (grades.changed(grade) < FEWEST_CHANGED) {
            return "unknown";
        }
        return difference.low() > 0 ? "up" : difference.high() < 0 ? "down" : "same";
    }

    private void assertAgreement(JsonNode agreement) {
        assertFigure(agreement.get("exact"), grades.shareWithin(0));
        assertFigure(agreement.get("withinOne"), grades.shareWithin(1));
        assertThat(agreement.get("flipped").asLong()).isEqualTo(grades.flipped());
        assertInterval(agreement.get("kappaLinear"), "value", grades.kappaLinear());
        assertInterval(agreement.get("kappaQuadratic"), "value", grades.kappaQuadratic());
    }

    private void assertMeans(JsonNode means) {
        assertFigure(means.get("with"), grades.meanOfFirst());
        assertFigure(means.get("run"), grades.meanOfSecond());
        assertFigure(means.get("delta"), grades.meanOfSecond() - grades.meanOfFirst());
    }

    /** With the weights and targets that hold where nobody sets others; only the grades are in the export. */
    private void assertComposite(JsonNode composite, JsonNode source) {
        double others = 0.35 * source.get("resolutionRate").asDouble()
                + 0.15 * Math.max(0, 1 - source.get("turns").asDouble() / 6)
                + 0.15 * Math.max(0, 1 - source.get("latencySeconds").asDouble() / 120);
        assertFigure(composite.at("/with/score"), 0.35 * grades.meanOfFirst() / 4.5 + others);
        assertFigure(composite.at("/run/score"), 0.35 * grades.meanOfSecond() / 4.5 + others);
    }

    private void assertCustomers(JsonNode customers) {
        var rated = lines.stream().filter(ComparisonAsExported::isRated).toList();
        assertThat(customers.get("count").asInt()).isEqualTo(rated.size()).isPositive();
        for (var side : List.of("with", "run")) {
            var beside = new PairedGrades(rated.stream()
                    .map(line -> new Pair(Integer.parseInt(line.get("csat")), grade(line, side + "Score")))
                    .toList());
            assertFigure(customers.get("meanCsat"), beside.meanOfFirst());
            assertFigure(customers.get(side).get("exact"), beside.shareWithin(0));
            assertFigure(customers.get(side).get("withinOne"), beside.shareWithin(1));
            assertFigure(customers.get(side).get("mean"), beside.meanOfSecond());
            assertInterval(customers.get(side).get("kappaQuadratic"), "value", beside.kappaQuadratic());
        }
    }

    private static boolean isRated(Map<String, String> line) {
        return line.get("csat").matches("[1-5]");
    }

    private static void assertInterval(JsonNode found, String name, Interval expected) {
        assertFigure(found.get(name), expected.value());
        assertFigure(found.get("low"), expected.low());
        assertFigure(found.get("high"), expected.high());
    }

    private static void assertFigure(JsonNode found, double expected) {
        assertThat(found.asDouble()).isCloseTo(expected, EXACT);
    }
}
