package dev.dictamen.contract.replay;

import dev.dictamen.contract.ReplayEvent;
import dev.dictamen.contract.Word;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is wished now: the whole wish, not an event, since its topic keeps only the last of each. What is asked and of
 * which chats never changes under one id.
 *
 * @param replay its id, also the run id of its evaluations, {@link #ID}
 * @param number grows with every change; an older one is ignored
 * @param name what people call it
 * @param selection which chats
 * @param ask how they are asked
 * @param mode what becomes of the verdicts
 * @param pace how fast, and whether now
 * @param by who wished it last
 * @param at when, UTC
 */
public record ReplayOrder(
        String replay,
        long number,
        String name,
        Selection selection,
        Ask ask,
        Mode mode,
        Pace pace,
        String by,
        Instant at)
        implements ReplayEvent {
    /** What an id looks like; never the live run's. */
    public static final Pattern ID = Pattern.compile("r-[a-z0-9-]{4,40}");

    /** What becomes of a replay's verdicts. */
    public enum Mode implements Word {
        /** They stand under the replay's run, beside the live ones. */
        COMPARE,
        /** A scored one becomes the chat's current verdict as well; what it takes the place of is kept as history. */
        REPLACE
    }

    /** What is wished now. */
    public enum Wanted implements Word {
        QUOTE,
        RUN,
        PAUSE,
        CANCEL
    }

    /**
     * How fast, and whether now.
     *
     * @param wanted what is wished now
     * @param confirmedTotal the quoted number of chats that somebody agreed to; null before
     * @param ratePerSecond most chats a second; null for as many as bulk may
     */
    public record Pace(
            Wanted wanted,
            @Nullable Long confirmedTotal,
            @Nullable Double ratePerSecond) {
        public Pace {
            Objects.requireNonNull(wanted, "wanted");
            if (ratePerSecond != null && !(ratePerSecond > 0)) {
                throw new IllegalArgumentException("ratePerSecond: more than 0, not " + ratePerSecond);
            }
        }
    }

    public ReplayOrder {
        if (!ID.matcher(Objects.requireNonNull(replay, "replay")).matches()) {
            throw new IllegalArgumentException("no id of a replay: " + replay);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
        return replay;
    }

    @Override
    public String id() {
        return replay + "/" + number;
    }
}
