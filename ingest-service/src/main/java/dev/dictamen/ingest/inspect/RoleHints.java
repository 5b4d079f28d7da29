package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Marks in messages that tell notes, machines and erased texts from what a person wrote to another. */
final class RoleHints {
    private static final Pattern JSON_KEY = Pattern.compile("\"([A-Za-z_]+)\"\\s*:");
    private static final Pattern ERASED =
            Pattern.compile("(?i)[\\[(<*]+" + WordList.of("columns", "erased").regex() + "[\\])>*]+");
    private static final String MARK = "\u200e";
    private static final double OFTEN = 0.01;

    private RoleHints() {}

    /** Rules for internal notes: flags, and keys of JSON kept beside the text. */
    static List<String> notes(TableSample messages, String text, String roleColumn) {
        var rules = new ArrayList<String>();
        for (var column : messages.columns()) {
            if (column.isFlag()
                    && Hint.INTERNAL.isIn(column.name())
                    && !column.name().equals(roleColumn)) {
                rules.add(Roles.rule("note", column.name(), "1"));
            } else if (column.column().isText() && !column.name().equals(text)) {
                internalKeys(column)
                        .forEach(key -> rules.add(Roles.rule("note", column.name(), "{contains: '\"" + key + "\"'}")));
            }
        }
        return rules;
    }

    private static List<String> internalKeys(ColumnSample column) {
        return column.values().stream()
                .filter(value -> value.startsWith("{"))
                .flatMap(value -> JSON_KEY.matcher(value).results().map(found -> found.group(1)))
                .distinct()
                .filter(Hint.INTERNAL::isAllOf)
                .sorted()
                .toList();
    }

    /** Whether some texts begin with the invisible mark that WhatsApp tools put before what they send by themselves. */
    static boolean isMarked(ColumnSample text) {
        long marked =
                text.values().stream().filter(value -> value.startsWith(MARK)).count();
        return marked > OFTEN * text.values().size();
    }

    /** The texts that stand for erased ones. */
    static List<String> erased(ColumnSample text) {
        return text.values().stream()
                .filter(value -> ERASED.matcher(value).matches())
                .distinct()
                .toList();
    }
}
