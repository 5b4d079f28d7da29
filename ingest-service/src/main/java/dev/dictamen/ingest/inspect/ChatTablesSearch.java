package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.ChatTables.Evidence;
import dev.dictamen.ingest.inspect.ChatTables.Link;
import dev.dictamen.ingest.inspect.Closing.Lookup;
import dev.dictamen.ingest.inspect.Links.Pointer;
import dev.dictamen.ingest.inspect.shape.FreeText;
import dev.dictamen.ingest.mapping.LiveSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for the table of messages and the table of chats that it points to: by their names, and by what their rows look like. */
final class ChatTablesSearch {
    private static final int ENOUGH = 6;
    private static final int SENTENCE = 10;
    private static final int MOST_STATES = 60;

    private final Sampler sampler;
    private final Links links;
    private final List<TableSample> tables;

    ChatTablesSearch(Sampler sampler, LiveSchema schema) {
        this.sampler = sampler;
        this.links = new Links(sampler);
        this.tables = sampler.all(schema);
    }

    /** All that could be it, the most probable first. */
    List<ChatTables> candidates() {
        return tables.stream()
                .flatMap(messages ->
                        text(messages).stream().flatMap(text -> candidates(messages, text.name()).stream()))
                .sorted(Comparator.comparingInt(ChatTables::score).reversed())
                .toList();
    }

    private List<ChatTables> candidates(TableSample messages, String text) {
        var direct = links.of(messages, tables)
                .map(link -> judged(link.target(), messages, JoinedSample::of, new Link(link.column(), text)))
                .filter(found -> found.score() >= ENOUGH)
                .toList();
        return direct.isEmpty() ? overAnother(messages, text) : direct;
    }

    /** Where the message points to a row of another table, and that to the chat: threads of tickets, a message's second half. */
    private List<ChatTables> overAnother(TableSample messages, String text) {
        return links.of(messages, tables)
                .flatMap(first -> links.of(first.target(), tables)
                        .filter(second -> !second.target().equals(messages))
                        .map(second -> over(first, second, messages, text)))
                .filter(candidate -> candidate.score() >= ENOUGH)
                .toList();
    }

    private ChatTables over(Pointer first, Pointer second, TableSample messages, String text) {
        var between = first.target();
        var alias = JoinedSample.nameOf(first.column(), between.name());
        return judged(
                second.target(),
                messages,
                rows -> JoinedSample.of(rows)
                        .with(
                                rows.column(first.column()),
                                between,
                                column -> !column.name().equals(between.key())),
                new Link(alias + "." + second.column(), text));
    }

    /** The column of the longest texts that read like sentences, names that mean text before all others. */
    static Optional<ColumnSample> text(TableSample table) {
        return table.best(column -> {
            if (!column.column().isText() || column.isCode() || column.meanLength() < SENTENCE / 2.0) {
                return 0;
            }
            var name = column.name();
            double byName = Hint.TEXT.isAllOf(name) ? 10 : Hint.TEXT.isIn(name) ? 3 : 1;
            double byShape = 0.2 + 0.8 * FreeText.share(column.values());
            return byName * byShape * Math.min(column.meanLength(), 100) * (0.1 + column.shareSet());
        });
    }

    /** How a sample of messages is widened. */
    private interface Widening {
        JoinedSample of(TableSample messages);
    }

    private ChatTables judged(TableSample chats, TableSample messages, Widening widening, Link link) {
        boolean isDirect =
                messages.columns().stream().anyMatch(column -> column.name().equals(link.chat()));
        var family = isDirect ? sampler.family(messages, link.chat()) : messages;
        var widened = withWriters(widening.of(messages), link.chat());
        var ofFamily = family.equals(messages) ? widened : withWriters(widening.of(family), link.chat());
        var shape = Shape.of(chats, ofFamily.table(), link.chat(), link.text());
        var lookups = lookups(chats);
        var because = reasons(chats, widened.table(), link, shape);
        because.add(!lookups.isEmpty(), 1, "another table names its states");
        boolean canClose = !lookups.isEmpty()
                || Closing.statusOf(chats).isPresent()
                || ChatTimes.closedAt(chats).isPresent();
        int score = canClose && canBe(chats, widened.table(), shape) ? because.score() : 0;
        return new ChatTables(chats, lookups, widened, link, shape, new Evidence(score, because.texts()));
    }

    /** With the words of small tables that tell who writes, where the message's own columns have none. */
    private JoinedSample withWriters(JoinedSample messages, String link) {
        if (Roles.isToldByWord(messages.table())) {
            return messages;
        }
        var widened = messages;
        for (var column : messages.table().columns()) {
            var target = column.name().equals(link)
                    ? Optional.<TableSample>empty()
                    : links.ofRow(messages.table(), column, tables);
            if (target.isPresent() && !target.get().those(Roles::isOfWords).isEmpty()) {
                widened = widened.with(column, target.get(), Roles::isOfWords);
            }
        }
        return widened;
    }

    /** The small tables that name what a chat's codes mean, where chats are closed by one of them; a name of statuses first. */
    private List<Lookup> lookups(TableSample chats) {
        return chats.columns().stream()
                .flatMap(column -> links.ofRow(chats, column, tables).stream()
                        .filter(target -> target.size() <= MOST_STATES)
                        .flatMap(target -> target.those(Closing::isOfStates).stream()
                                .limit(1)
                                .map(words -> new Lookup(column.name(), target.name(), words(target, words))))
                        .filter(lookup -> column.values().stream().anyMatch(lookup::isClosed)))
                .sorted(Comparator.comparing((Lookup lookup) -> !Hint.STATUS.isIn(lookup.column())))
                .toList();
    }

    private static Map<String, String> words(TableSample table, ColumnSample words) {
        var keys = table.column(table.key()).values();
        Map<String, String> named = new HashMap<>();
        for (int row = 0; row < keys.size(); row++) {
            named.putIfAbsent(keys.get(row), words.values().get(row));
        }
        return named;
    }

    private static Reasons reasons(TableSample chats, TableSample messages, Link link, Shape shape) {
        var because = new Reasons();
        var text = messages.column(link.text());
        because.add(Hint.CHAT.isIn(chats.name()), 3, "its name is one of chats");
        because.add(Hint.MESSAGE.isIn(messages.name()), 2, messages.name() + " is a name of messages");
        because.add(text.meanLength() >= SENTENCE, 1, "texts are long");
        because.add(Hint.TEXT.isIn(text.name()), 1, text.name() + " is a name of texts");
        because.add(Closing.statusOf(chats).isPresent(), 1, "it has a status");
        because.add(ChatTimes.closedAt(chats).isPresent(), 1, "it has a closing time");
        because.add(Roles.isToldApart(messages), 1, "a column tells who wrote");
        because.add(!messages.those(ColumnSample::isTime).isEmpty(), 1, "messages have times");
        because.add(messages.rows() >= 2 * chats.rows(), 1, "several messages a chat");
        because.add(shape.isConversation(), 2, "messages take turns, and their times grow chat by chat");
        because.add(shape.isOpening(), 1, "chats begin with their first message");
        because.add(shape.isClosing(), 1, "chats have a time of the end");
        because.add(chats.isArchive() || messages.isArchive(), -5, "a name of old rows");
        return because;
    }

    private static boolean canBe(TableSample chats, TableSample messages, Shape shape) {
        boolean isChat = Hint.CHAT.isIn(chats.name()) || Roles.isToldApart(messages) || shape.isConversation();
        boolean hasTime = !chats.those(ColumnSample::isTime).isEmpty();
        return isChat && hasTime;
    }

    /** What speaks for a guess, added up. */
    private static final class Reasons {
        private final List<String> texts = new ArrayList<>();
        private int score;

        void add(boolean holds, int weight, String text) {
            if (holds) {
                score += weight;
                texts.add(text);
            }
        }

        int score() {
            return score;
        }

        List<String> texts() {
            return List.copyOf(texts);
        }
    }
}
