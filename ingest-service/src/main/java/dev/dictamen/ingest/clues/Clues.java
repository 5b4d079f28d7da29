package dev.dictamen.ingest.clues;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The clues of every kind in one text, looked for once. */
public final class Clues {
    private final Map<Clue, List<Stretch>> stretches = new EnumMap<>(Clue.class);

    private Clues() {}

    public static Clues in(String foldedText) {
        var clues = new Clues();
        for (Clue clue : Clue.values()) {
            clues.stretches.put(clue, clue.stretches(foldedText));
        }
        return clues;
    }

    /** The stretches in which a detector with that need can find something. */
    public List<Stretch> meeting(Need need) {
        var meeting = new ArrayList<Stretch>();
        for (Stretch stretch : stretches.getOrDefault(need.clue(), List.of())) {
            if (stretch.clues() >= need.fewest()) {
                meeting.add(stretch);
            }
        }
        return meeting;
    }
}
