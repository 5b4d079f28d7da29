package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.sink.testing.Chats;
import dev.dictamen.sink.testing.Evaluations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;

/**
 * The promise that the newest evaluation stays, one row per chat, whatever the order and however often each comes. Draws
 * evaluations of every kind, three copies of each, and writes them shuffled in batches of random size.
 */
final class NewerWins {
    private static final int CHATS = 20;
    private static final int VERSIONS = 8;
    private static final int COPIES = 3;
    private static final List<Score> SCORES = List.of(Score.values());
    private static final Comparator<Evaluation> BY_AGE = Comparator.comparingLong(Evaluation::revision)
            .thenComparingInt(
                    evaluation -> evaluation instanceof Evaluation.Scored scored && scored.provisional() ? 0 : 1)
            .thenComparing(Evaluation::evaluatedAt);

    private final long seed;
    private final Random random;

    NewerWins(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    void holdFor(EvaluationRepository writing, StoredEvaluations reading) {
        var drawn = draw();
        writeShuffled(drawn, writing);

        var expected = new HashMap<String, Evaluation>();
        drawn.forEach(each -> expected.merge(each.chatId(), each, BinaryOperator.maxBy(BY_AGE)));
        assertThat(states(reading.findAll())).as("seed %d", seed).isEqualTo(statesOf(expected));
    }

    private List<Evaluation> draw() {
        var drawn = new ArrayList<Evaluation>();
        for (int chat = 0; chat < CHATS; chat++) {
            for (int version = 0; version < VERSIONS; version++) {
                drawn.add(one("chat-" + chat, 1 + random.nextInt(3), Chats.NOON.plusMillis(version * 7L)));
            }
        }
        return drawn;
    }

    private Evaluation one(String chat, long revision, Instant at) {
        return switch (random.nextInt(4)) {
            case 0 -> Evaluations.skipped(chat, revision, at);
            case 1 -> Evaluations.failed(chat, revision, at, "score: 'excelente' is no score");
            case 2 -> Evaluations.provisional(chat, revision, at, SCORES.get(random.nextInt(SCORES.size())));
            default -> Evaluations.scored(chat, revision, at, SCORES.get(random.nextInt(SCORES.size())));
        };
    }

    private void writeShuffled(List<Evaluation> drawn, EvaluationRepository writing) {
        var all = new ArrayList<Evaluation>();
        Collections.nCopies(COPIES, drawn).forEach(all::addAll);
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(40));
            writing.upsertAll(all.subList(from, to));
            from = to;
        }
    }

    private static Map<String, String> states(List<StoredEvaluation> rows) {
        var states = new HashMap<String, String>();
        rows.forEach(row -> states.put(
                row.key().chatId(),
                row.revision() + " " + row.evaluatedAt() + " " + row.outcome() + " " + scoreOf(row)));
        return states;
    }

    /** A failed row may still show the provisional verdict it followed. */
    private static String scoreOf(StoredEvaluation row) {
        return row.outcome().equals("scored") ? row.score().orElse("-") : "-";
    }

    private static Map<String, String> statesOf(Map<String, Evaluation> newest) {
        var states = new HashMap<String, String>();
        newest.forEach((chat, evaluation) ->
                states.put(chat, evaluation.revision() + " " + evaluation.evaluatedAt() + " " + outcomeOf(evaluation)));
        return states;
    }

    private static String outcomeOf(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored scored ->
                "scored " + scored.verdict().score().name().toLowerCase(Locale.ROOT);
            case Evaluation.Skipped _ -> "skipped -";
            case Evaluation.Failed _ -> "failed -";
        };
    }
}
