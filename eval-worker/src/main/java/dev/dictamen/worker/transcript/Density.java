package dev.dictamen.worker.transcript;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Role;
import dev.dictamen.rules.FoldedText;
import dev.dictamen.rules.WordList;
import java.time.Duration;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of a chat a message of its middle tells, in points: 3 for a question, 3 for complaint, thanks, apology or
 * solution, 2 for a wait of five minutes before it (1 for one minute), 1 if the agent wrote it, and up to 3 for information:
 * the share of its words that are long and not repeated, in messages of a few words and more.
 */
final class Density {
    private static final WordList TELLING = WordList.read(Density.class, "telling");
    /** What is read of a message to weigh it. */
    private static final int SAMPLE = 500;

    private static final int LONG_WORD = 4;
    private static final int ENOUGH_WORDS = 8;
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration LONG_WAIT = Duration.ofMinutes(5);

    private Density() {}

    static double of(ShownMessage shown, @Nullable ChatMessage before) {
        var text = shown.text().substring(0, Math.min(SAMPLE, shown.text().length()));
        double points = text.contains("?") || text.contains("¿") ? 3 : 0;
        points += TELLING.isIn(FoldedText.of(text)) ? 3 : 0;
        points += shown.message().role() == Role.AGENT ? 1 : 0;
        return points + waiting(shown.message(), before) + information(text);
    }

    private static int waiting(ChatMessage message, @Nullable ChatMessage before) {
        if (before == null || before.sentAt() == null || message.sentAt() == null) {
            return 0;
        }
        var wait = Duration.between(before.sentAt(), message.sentAt());
        if (wait.compareTo(WAIT) < 0) {
            return 0;
        }
        return wait.compareTo(LONG_WAIT) < 0 ? 1 : 2;
    }

    private static double information(String text) {
        var telling = new HashSet<String>();
        int words = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                words += i > start ? 1 : 0;
                if (i - start >= LONG_WORD) {
                    telling.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return 3.0 * telling.size() / Math.max(ENOUGH_WORDS, words);
    }
}
