package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.web.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sets two runs side by side. Blocks. */
@Component
class Comparisons {
    private final ObjectProvider<ComparedRuns> replays;
    private final ComparisonRepository chats;
    private final ComparisonProperties settings;

    Comparisons(ObjectProvider<ComparedRuns> replays, ComparisonRepository chats, ComparisonProperties settings) {
        this.replays = replays;
        this.chats = chats;
        this.settings = settings;
    }

    /** A replay, and the live run or another replay; who asks for one that is not there gets 404. */
    TwoRuns between(String run, String with, Reader reader) {
        find(run);
        if (!isLive(with)) {
            find(with);
        }
        return new TwoRuns(run, with, reader.scope());
    }

    private ComparedRuns.Run find(String id) {
        return Optional.ofNullable(replays.getIfAvailable())
                .flatMap(known -> known.run(id))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no such replay"));
    }

    private static boolean isLive(String run) {
        return run.equals(Evaluation.LIVE_RUN);
    }

    Comparison of(TwoRuns runs) {
        List<Part> scored = chats.parts(runs);
        List<Part> compared = scored.stream().filter(Part::isCompared).toList();
        ShiftMatrix matrix = Part.matrix(compared, Part::with, Part::run);
        Comparison.Sides<Taken> taken = Part.taken(compared);
        Comparison.Means means = Comparison.Means.of(matrix);
        ReplayReport.Figures figures = figures(runs);
        return new Comparison(
                named(runs.run(), taken.run()),
                named(runs.with(), taken.with()),
                matrix.total(),
                Part.chats(scored) - matrix.total(),
                onlyInOther(runs, matrix),
                matrix.rows(),
                Arrays.stream(Score.values())
                        .map(score -> Comparison.ScoreShares.of(matrix, score))
                        .toList(),
                Comparison.Agreement.of(matrix),
                means,
                new Comparison.Sides<>(
                        taken.with().usageOf(matrix.total()), taken.run().usageOf(matrix.total())),
                Composite.of(settings, means.with(), means.run(), figures == null ? null : figures.means()),
                customers(compared),
                figures);
    }

    /** A verdict that comes between the two readings must not make it negative. */
    private long onlyInOther(TwoRuns runs, ShiftMatrix matrix) {
        return Math.max(0, chats.scoredByOther(runs) - matrix.total());
    }

    /** They are of all chats of the replay, whoever's team. */
    private ReplayReport.@Nullable Figures figures(TwoRuns runs) {
        return Optional.ofNullable(replays.getIfAvailable())
                .filter(known -> runs.scope().seesAll())
                .flatMap(known -> known.figures(runs.run()))
                .orElse(null);
    }

    private Comparison.Named named(String id, Taken taken) {
        if (isLive(id)) {
            return new Comparison.Named(id, id, taken.promptVersion(), taken.model(), taken.simulated());
        }
        ComparedRuns.Run run = find(id);
        return new Comparison.Named(
                id,
                run.name(),
                run.promptVersion(),
                run.model() == null ? taken.model() : run.model(),
                taken.simulated());
    }

    private static Comparison.@Nullable Customers customers(List<Part> compared) {
        List<Part> rated = compared.stream().filter(Part::isRated).toList();
        ShiftMatrix with = Part.matrix(rated, Part::csat, Part::with);
        Double meanCsat = with.rowMean();
        return meanCsat == null
                ? null
                : new Comparison.Customers(
                        with.total(),
                        Comparison.WithCustomers.of(with),
                        Comparison.WithCustomers.of(Part.matrix(rated, Part::csat, Part::run)),
                        meanCsat);
    }
}
