package dev.dictamen.ingest.jsonl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads times and counts those that say something that cannot be read; the first few are kept to be shown. Safe for several threads. */
public final class UnreadTimes {
    private static final int SHOWN = 3;

    private final List<String> examples = new ArrayList<>();
    private long count;

    @Nullable
    Instant read(Optional<JsonNode> value) {
        return value.map(this::read).orElse(null);
    }

    private @Nullable Instant read(JsonNode value) {
        var time = Times.read(value);
        if (time == null) {
            add(value);
        }
        return time;
    }

    /** Counts a value that is no time; blank text, 0 and null say nothing and are not counted. */
    public void add(JsonNode value) {
        var text = value.isValueNode() ? value.asString().strip() : Json.kind(value);
        if (!value.isNull() && !text.isEmpty() && !text.equals("0")) {
            count(text);
        }
    }

    private synchronized void count(String text) {
        count++;
        var shown = Excerpt.value(text);
        if (examples.size() < SHOWN && !examples.contains(shown)) {
            examples.add(shown);
        }
    }

    /** How many. */
    public synchronized long count() {
        return count;
    }

    /** The first different ones, quoted, each of 60 characters at most. */
    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
