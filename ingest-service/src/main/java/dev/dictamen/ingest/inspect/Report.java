package dev.dictamen.ingest.inspect;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what was found. Values of columns are masked, but for the codes of status-like columns. */
final class Report {
    private static final int SAMPLES = 3;
    private static final int OTHERS = 3;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void tables(List<ChatTables> candidates) {
        var best = candidates.getFirst();
        out.println("Chats are in " + best.chats().name() + ", because " + String.join("; ", best.because()) + ".");
        table(best.chats(), best);
        out.println("Messages are in " + best.messageTable().name() + ", "
                + best.columns().chat() + " points to the chat.");
        table(best.messageTable(), best);
        var others = candidates.stream()
                .skip(1)
                .map(other -> other.chats().name() + " with "
                        + other.messageTable().name() + "." + other.columns().chat())
                .distinct()
                .limit(OTHERS)
                .toList();
        if (!others.isEmpty()) {
            out.println("Less probable: " + String.join(", ", others) + ".");
        }
    }

    private void table(TableSample table, ChatTables tables) {
        out.println("  " + (table.isWhole() ? "" : "about ") + table.rows() + " rows; times: "
                + String.join(", ", ChatTimes.ranges(table)));
        for (var column : table.columns()) {
            if (isCodes(column)) {
                out.println("  " + column.name() + " " + column.column().fullType() + ": " + codes(column));
            } else if (isOfInterest(column, table, tables)) {
                out.println("  " + column.name() + " " + column.column().fullType() + ", e.g. " + samples(column));
            }
        }
    }

    private static boolean isCodes(ColumnSample column) {
        return column.isCode()
                && !column.isTime()
                && column.counts().size() > 1
                && (Hint.STATUS.isIn(column.name())
                        || Hint.ROLE.isIn(column.name())
                        || Hint.OUTGOING.isWritten(column.name())
                        || Hint.INCOMING.isWritten(column.name())
                        || Hint.CHANNEL.isIn(column.name()));
    }

    private static boolean isOfInterest(ColumnSample column, TableSample table, ChatTables tables) {
        boolean isPartOfBoth = table.equals(tables.messageTable())
                && (column.name().equals(tables.columns().text())
                        || column.name().equals(tables.columns().chat()));
        return isPartOfBoth || Hint.CUSTOMER.isIn(column.name()) || Hint.PERSON.isAllOf(column.name());
    }

    private static String codes(ColumnSample column) {
        return column.counts().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> shown(column, entry.getKey()) + " × " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A word under a name of writers may be a person's name: only those that are known as words for roles are shown. */
    private static String shown(ColumnSample column, String value) {
        if (value.isBlank()) {
            return "(nothing)";
        }
        boolean isPerhapsAName = Hint.WHO.isIn(column.name()) && !value.matches("-?[0-9]+");
        return isPerhapsAName && !Roles.isKnown(value) ? Mask.of(value) : value;
    }

    private static String samples(ColumnSample column) {
        return column.values().stream()
                .filter(ColumnSample::isSet)
                .distinct()
                .limit(SAMPLES)
                .map(Mask::of)
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    /** What must change before the draft can be followed. */
    void problems(List<String> problems) {
        problems.forEach(problem -> out.println("Not to be followed as it is: " + problem + "."));
    }

    void warnings(List<String> warnings) {
        warnings.forEach(warning -> out.println("Slow: " + warning + "."));
    }

    void asks(List<String> asks) {
        if (!asks.isEmpty()) {
            out.println("Not decided; edit these keys of the draft:");
            asks.forEach(ask -> out.println("  " + ask));
        }
    }
}
