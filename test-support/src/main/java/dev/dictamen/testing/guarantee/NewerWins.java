package dev.dictamen.testing.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;

/**
 * The promise that the newest evaluation stays, one for each chat, whatever the order and however often each comes: by
 * revision, then finality, then time. Draws evaluations of every kind, three copies of each, and hands them out shuffled
 * in batches of random size.
 */
public final class NewerWins {
    private static final int CHATS = 20;
    private static final int VERSIONS = 8;
    private static final int COPIES = 3;
    private static final int LARGEST_BATCH = 40;
    private static final List<Score> SCORES = List.of(Score.values());
    private static final Comparator<Evaluation> BY_AGE = Comparator.comparingLong(Evaluation::revision)
            .thenComparingInt(
                    evaluation -> evaluation instanceof Evaluation.Scored scored && scored.provisional() ? 0 : 1)
            .thenComparing(Evaluation::evaluatedAt);

    private final long seed;
    private final Random random;
    private final List<Evaluation> drawn = new ArrayList<>();

    /** @param seed gives the same evaluations and batches each time; it is printed when the promise does not hold */
    public NewerWins(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        for (int chat = 0; chat < CHATS; chat++) {
            for (int version = 0; version < VERSIONS; version++) {
                drawn.add(draw("chat-" + chat, 1 + random.nextInt(3), version));
            }
        }
    }

    private Evaluation draw(String chat, long revision, int version) {
        var at = Chats.CLOSED.plusMillis(version * 7L);
        return switch (random.nextInt(4)) {
            case 0 -> Evaluations.skipped(chat, revision, at);
            case 1 -> Evaluations.failed(chat, revision, at, "score: 'excelente' is not a score");
            case 2 -> Evaluations.provisional(chat, revision, at, SCORES.get(random.nextInt(SCORES.size())));
            default -> Evaluations.scored(chat, revision, at, SCORES.get(random.nextInt(SCORES.size())));
        };
    }

    /** What is to be written, batch by batch. */
    public List<List<Evaluation>> batches() {
        var all = new ArrayList<Evaluation>();
        Collections.nCopies(COPIES, drawn).forEach(all::addAll);
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<Evaluation>>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(LARGEST_BATCH));
            batches.add(List.copyOf(all.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /**
     * What one chat's row says.
     *
     * @param state {@link #stateOf} of the evaluation that it shows
     */
    public record Row(String chatId, String state) {}

    /** Fails with the chats whose row is not the newest, is missing, or stands there twice. */
    public void holdsFor(Collection<Row> rows) {
        OneRowPerChat.holdsFor(rows.stream().map(Row::chatId).toList());
        var newest = new HashMap<String, Evaluation>();
        drawn.forEach(each -> newest.merge(each.chatId(), each, BinaryOperator.maxBy(BY_AGE)));
        Map<String, String> expected = new HashMap<>();
        newest.forEach((chat, evaluation) -> expected.put(chat, stateOf(evaluation)));
        Map<String, String> found = new HashMap<>();
        rows.forEach(row -> found.put(row.chatId(), row.state()));
        assertThat(found).as("seed %d", seed).isEqualTo(expected);
    }

    /** Revision, time, and outcome with its score, in words. */
    public static String stateOf(Evaluation evaluation) {
        return evaluation.revision() + " " + evaluation.evaluatedAt() + " " + outcomeOf(evaluation);
    }

    private static String outcomeOf(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored scored ->
                "scored " + scored.verdict().score().word();
            case Evaluation.Skipped _ -> "skipped -";
            case Evaluation.Failed _ -> "failed -";
        };
    }
}
