package dev.dictamen.ingest.figures;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.contract.replay.ReplayReport.Means;
import java.util.List;

/**
 * What conversations were like by their source's own account. It is given them one by one, counts each that it is given, and
 * remembers none: its size does not grow. Not thread-safe.
 */
public final class ConversationFigures {
    private final IntentRules rules;
    private final List<IntentTally> intents;
    private final Mean resolved = new Mean();
    private final Mean csat = new Mean();
    private final Mean turns = new Mean();
    private final Mean duration = new Mean();
    private long conversations;

    public ConversationFigures(IntentRules rules) {
        this.rules = rules;
        this.intents = rules.intents().stream().map(IntentTally::new).toList();
    }

    /** Counts a conversation. */
    public void add(ClosedChat chat) {
        var stated = Stated.by(chat);
        conversations++;
        resolved.add(stated.resolved() == null ? null : stated.resolved() ? 1.0 : 0.0);
        csat.add(stated.csat());
        turns.add(stated.turns());
        duration.add(stated.durationSeconds());
        String said = Spoken.text(chat.messages());
        intents.forEach(intent -> intent.add(stated, said));
    }

    /** The figures of all that were added, for this replay. The composite score takes the duration for its latency. */
    public Figures of(String replay) {
        var means = new Means(resolved.value(), csat.value(), turns.value(), duration.value(), duration.value());
        return new Figures(replay, conversations, means, Ranking.of(rules, intents));
    }
}
