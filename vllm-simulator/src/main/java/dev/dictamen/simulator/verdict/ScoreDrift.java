package dev.dictamen.simulator.verdict;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Grades some chats one better or one worse than the rules do, so that two ways of asking differ. The lot goes by the chat's text
 * and the way of asking alone: the same chat asked in the same way has the same verdict in every run.
 *
 * @param percent 0 to 100 of the chats
 */
public record ScoreDrift(double percent) {
    /** The rules' word holds. */
    public static final ScoreDrift NONE = new ScoreDrift(0);

    private static final List<String> SCORES = List.of("horrible", "bad", "neutral", "good", "great");
    private static final String BETTER = " Visto con más indulgencia.";
    private static final String WORSE = " Visto con más rigor.";

    public ScoreDrift {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("score-drift must be 0 to 100, got " + percent);
        }
    }

    /** The verdict, or where the lot says so the one beside it; the worst can only be graded better, the best only worse. */
    Verdict of(Verdict verdict, String chat, String wayOfAsking) {
        var lot = new SplittableRandom(31L * chat.hashCode() + wayOfAsking.hashCode());
        if (lot.nextDouble(100) >= percent) {
            return verdict;
        }
        int grade = SCORES.indexOf(verdict.score());
        boolean better = grade == 0 || (grade < SCORES.size() - 1 && lot.nextBoolean());
        return verdict.graded(SCORES.get(better ? grade + 1 : grade - 1), better ? BETTER : WORSE);
    }
}
