package dev.dictamen.ingest.inspect.products;

import java.util.List;

/**
 * One place of a draft that a person changes.
 *
 * @param line the draft's line, without the blanks before it
 * @param instead what stands there afterwards, in the same column
 */
public record Edit(String line, List<String> instead) {
    public Edit {
        instead = List.copyOf(instead);
    }

    static Edit of(String line, String... instead) {
        return new Edit(line, List.of(instead));
    }

    /** How many lines a person writes, or takes away. */
    public long lines() {
        long written = instead.stream().filter(each -> !each.equals(line)).count();
        return written == 0 ? 1 : written;
    }

    /** The draft so changed; throws where it has no such line. */
    public String appliedTo(String draft) {
        var found = draft.lines().filter(each -> each.strip().equals(line)).findFirst();
        var written =
                found.orElseThrow(() -> new IllegalArgumentException("the draft has no line " + line + ":\n" + draft));
        var indent = written.substring(0, written.indexOf(line));
        return draft.replace(
                written + "\n",
                instead.stream().map(each -> indent + each + "\n").reduce("", String::concat));
    }
}
