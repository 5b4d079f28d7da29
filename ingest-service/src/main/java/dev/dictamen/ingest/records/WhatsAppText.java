package dev.dictamen.ingest.records;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text that WhatsApp exports of one conversation, as records {@code author}, {@code text}, {@code time} (the wall clock of the phone),
 * {@code system} (WhatsApp's own words) and {@code agent}.
 */
public final class WhatsAppText {
    private static final int LONGEST_AUTHOR = 100;

    private final List<Entry> entries = new ArrayList<>();

    /** A message as it stands, with the lines that go on with it. */
    private record Entry(
            long line, WhatsAppLine head, @Nullable String author, StringBuilder text, boolean isSystem) {}

    public WhatsAppText(String text) {
        long number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            var head = WhatsAppLine.of(line);
            if (head != null) {
                entries.add(entry(number, head));
            } else if (!entries.isEmpty()) {
                entries.getLast().text.append('\n').append(line);
            }
        }
    }

    /** Whether some of the text's first lines begin messages. */
    static boolean isOne(String text) {
        return text.lines()
                .limit(20)
                .filter(line -> WhatsAppLine.of(line) != null)
                .findFirst()
                .isPresent();
    }

    private static Entry entry(long number, WhatsAppLine head) {
        int colon = head.rest().indexOf(':');
        boolean hasAuthor = colon > 0
                && colon <= LONGEST_AUTHOR
                && !head.isMarked()
                && (colon + 1 == head.rest().length() || head.rest().charAt(colon + 1) == ' ');
        if (!hasAuthor) {
            return new Entry(number, head, null, new StringBuilder(head.rest()), true);
        }
        var said = head.rest().substring(Math.min(head.rest().length(), colon + 2));
        boolean isSystem = WhatsAppLine.isMarked(said) && !isMedia(WhatsAppLine.withoutMarks(said));
        var text = new StringBuilder(WhatsAppLine.withoutMarks(said));
        return new Entry(number, head, head.rest().substring(0, colon).strip(), text, isSystem);
    }

    /** Something that was sent, or a word about one's own message: not about the conversation. */
    private static boolean isMedia(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("<")
                || Stream.of(
                                "omitted",
                                "omitido",
                                "omitida",
                                "oculto",
                                "oculta",
                                "ocultado",
                                "omis",
                                "weggelassen",
                                "deleted",
                                "eliminado",
                                "eliminaste")
                        .anyMatch(lower::contains);
    }

    /** Who writes, WhatsApp itself left out, sorted. */
    public Set<String> authors() {
        var authors = new TreeSet<String>();
        entries.stream()
                .filter(entry -> !entry.isSystem)
                .map(Entry::author)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .forEach(authors::add);
        return authors;
    }

    /** @param agents names of those who answer */
    public void forEach(List<String> agents, FileRecord.Sink sink) throws IOException {
        var order = order();
        long number = 0;
        for (var entry : entries) {
            sink.take(new FileRecord(entry.line, ++number, 1, record(entry, order, agents), ""));
        }
    }

    private static ObjectNode record(Entry entry, WhatsAppLine.Order order, List<String> agents) {
        var record = JsonNodeFactory.instance.objectNode();
        var time = entry.head.time(order);
        if (entry.author != null) {
            record.put("author", entry.author);
        }
        record.put("text", entry.text.toString().strip());
        record.put("time", time == null ? "" : time.toString());
        record.put("system", entry.isSystem);
        record.put("agent", agents.stream().anyMatch(agent -> agent.equalsIgnoreCase(entry.author)));
        return record;
    }

    /** Which number of the dates is the day: as the numbers allow, else as the times run forward, else as the clock is written. */
    private WhatsAppLine.Order order() {
        if (entries.stream().anyMatch(entry -> entry.head.date().isYearFirst())) {
            return WhatsAppLine.Order.YEAR_FIRST;
        }
        long dayFirst = faults(WhatsAppLine.Order.DAY_FIRST);
        long monthFirst = faults(WhatsAppLine.Order.MONTH_FIRST);
        if (dayFirst != monthFirst) {
            return dayFirst < monthFirst ? WhatsAppLine.Order.DAY_FIRST : WhatsAppLine.Order.MONTH_FIRST;
        }
        return entries.stream().anyMatch(entry -> entry.head.isAmerican())
                ? WhatsAppLine.Order.MONTH_FIRST
                : WhatsAppLine.Order.DAY_FIRST;
    }

    /** How many dates are none in that order, or run back. */
    private long faults(WhatsAppLine.Order order) {
        long faults = 0;
        LocalDateTime before = null;
        for (var entry : entries) {
            var time = entry.head.time(order);
            boolean isFault = time == null || (before != null && time.isBefore(before));
            faults += isFault ? 1 : 0;
            before = time == null ? before : time;
        }
        return faults;
    }
}
