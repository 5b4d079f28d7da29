package dev.dictamen.ingest.inspect.draft;

import java.util.ArrayList;
import java.util.List;

/** A draft under way: lines of YAML with the reasons before them. */
public final class DraftText {
    private final StringBuilder text = new StringBuilder();
    private final List<String> asks = new ArrayList<>();

    /** A line as it is. */
    public void line(String line) {
        text.append(line).append('\n');
    }

    /** A key of the section {@code chat} or {@code messages}. */
    public void key(String key, String value) {
        line("  " + key + ":" + (value.isEmpty() ? "" : " " + value));
    }

    /** Why the next line says what it says. */
    public void because(String reason) {
        line("  # guessed because " + reason);
    }

    /** What a person must decide: in the text where it belongs, and in the list. */
    public void ask(String key, String question) {
        line("  # ask: " + question);
        asks.add(key + ": " + question);
    }

    /** The whole. */
    public Draft done() {
        return new Draft(text.toString(), asks);
    }
}
