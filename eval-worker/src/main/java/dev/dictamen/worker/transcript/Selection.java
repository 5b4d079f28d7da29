package dev.dictamen.worker.transcript;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which messages of a long chat the judge sees: how it began and how it ended, then the densest of what lies between
 * ({@link Density}), as many as the budget holds. Tokens are counted only of messages that may be taken.
 */
final class Selection {
    /** Most tokens of a transcript. */
    static final int BUDGET = 20_000;

    private static final int HEAD = 6_000;
    private static final int TAIL = 8_000;
    /** What a message costs beside its text: braces, index, role, wait, and a mark of what was omitted before it. */
    private static final int ENVELOPE = 28;
    /** No text has more bytes a token than this, as a rule; what has is left out. */
    private static final int MOST_BYTES_PER_TOKEN = 10;

    private static final int MOST_MISSES = 200;

    private final List<ShownMessage> messages;
    private final BitSet taken = new BitSet();
    private int left = BUDGET;

    private Selection(List<ShownMessage> messages) {
        this.messages = messages;
    }

    static List<ShownMessage> of(List<ShownMessage> messages) {
        if (surelyFit(messages)) {
            return messages;
        }
        var selection = new Selection(messages);
        int head = selection.takeWhileFits(
                IntStream.range(0, messages.size()).boxed().toList(), HEAD);
        selection.takeWhileFits(
                IntStream.range(head, messages.size()).boxed().toList().reversed(), TAIL);
        selection.takeDensest(head);
        return selection.taken.stream().mapToObj(messages::get).toList();
    }

    private static boolean surelyFit(List<ShownMessage> messages) {
        long most = 0;
        for (var shown : messages) {
            most += ENVELOPE + (long) Tokens.mostIn(shown.text());
        }
        return most <= BUDGET;
    }

    /** How many were taken. */
    private int takeWhileFits(List<Integer> candidates, int share) {
        int before = left;
        int count = 0;
        for (int index : candidates) {
            if (!take(index, share - (before - left))) {
                return count;
            }
            count++;
        }
        return count;
    }

    private void takeDensest(int from) {
        var candidates = new ArrayList<Candidate>();
        for (int i = taken.nextClearBit(from); i < messages.size() && !taken.get(i); i++) {
            var before = i == 0 ? null : messages.get(i - 1).message();
            candidates.add(new Candidate(i, Density.of(messages.get(i), before)));
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::density).reversed().thenComparingInt(Candidate::index));
        int misses = 0;
        for (var candidate : candidates) {
            misses += take(candidate.index, left) ? 0 : 1;
            if (misses == MOST_MISSES || left <= ENVELOPE) {
                return;
            }
        }
    }

    private boolean take(int index, int most) {
        var text = messages.get(index).text();
        if (ENVELOPE + Tokens.mostIn(text) / MOST_BYTES_PER_TOKEN > most) {
            return false;
        }
        int cost = ENVELOPE + Tokens.in(JsonMapper.shared().writeValueAsString(text));
        if (cost > most) {
            return false;
        }
        left -= cost;
        taken.set(index);
        return true;
    }

    private record Candidate(int index, double density) {}
}
