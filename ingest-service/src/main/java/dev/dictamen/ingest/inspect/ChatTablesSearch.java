package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.LiveSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for the table of messages and the table of chats that it points to. */
final class ChatTablesSearch {
    private static final int ENOUGH = 6;
    private static final double MATCHING = 0.8;
    private static final int SENTENCE = 10;

    private final Sampler sampler;
    private final List<TableSample> tables;

    ChatTablesSearch(Sampler sampler, LiveSchema schema) {
        this.sampler = sampler;
        this.tables = sampler.all(schema);
    }

    /** All that could be it, the most probable first. */
    List<ChatTables> candidates() {
        var found = new ArrayList<ChatTables>();
        for (var messages : tables) {
            var text = text(messages);
            if (text.isPresent()) {
                for (var link : messages.columns()) {
                    tables.stream()
                            .filter(chats -> !chats.equals(messages) && isLink(messages, link, chats))
                            .forEach(chats -> found.add(scored(chats, messages, link, text.get())));
                }
            }
        }
        return found.stream()
                .filter(tables -> tables.score() >= ENOUGH)
                .sorted(Comparator.comparingInt(ChatTables::score).reversed())
                .toList();
    }

    /** The column of the longest texts, names that mean text before all others. */
    static Optional<ColumnSample> text(TableSample table) {
        return table.best(column -> {
            if (!column.column().isText() || column.isCode() || column.meanLength() < SENTENCE / 2.0) {
                return 0;
            }
            var name = column.name();
            double byName = Hint.TEXT.isAllOf(name) ? 10 : Hint.TEXT.isIn(name) ? 3 : 1;
            return byName * Math.min(column.meanLength(), 100) * (0.1 + column.shareSet());
        });
    }

    private boolean isLink(TableSample messages, ColumnSample link, TableSample chats) {
        if (chats.key().isEmpty() || link.name().equals(messages.key()) || link.isTime()) {
            return false;
        }
        var target = sampler.keys().foreign().get(messages.name() + "." + link.name());
        if (target != null) {
            return target.table().equals(chats.name());
        }
        boolean isNamed = References.isNamedAfter(link.name(), chats.name())
                || (Hint.CHAT.isIn(link.name()) && Hint.CHAT.isIn(chats.name()));
        return isNamed && sampler.matching(link, chats) >= MATCHING;
    }

    private ChatTables scored(TableSample chats, TableSample messages, ColumnSample link, ColumnSample text) {
        var because = new Reasons();
        because.add(Hint.CHAT.isIn(chats.name()), 3, "its name is one of chats");
        because.add(Hint.MESSAGE.isIn(messages.name()), 2, messages.name() + " is a name of messages");
        because.add(text.meanLength() >= SENTENCE, 1, "texts are long");
        because.add(Hint.TEXT.isIn(text.name()), 1, text.name() + " is a name of texts");
        because.add(Closing.statusOf(chats).isPresent(), 1, "it has a status");
        because.add(ChatTimes.closedAt(chats).isPresent(), 1, "it has a closing time");
        because.add(Roles.isToldApart(messages), 1, "a column tells who wrote");
        because.add(!messages.those(ColumnSample::isTime).isEmpty(), 1, "messages have times");
        because.add(messages.rows() >= 2 * chats.rows(), 1, "several messages a chat");
        because.add(chats.isArchive() || messages.isArchive(), -5, "a name of old rows");
        boolean canBe = Hint.CHAT.isIn(chats.name()) || Roles.isToldApart(messages);
        boolean hasTime = !chats.those(ColumnSample::isTime).isEmpty();
        boolean canClose =
                Closing.statusOf(chats).isPresent() || ChatTimes.closedAt(chats).isPresent();
        int score = canBe && canClose && hasTime ? because.score() : 0;
        return new ChatTables(chats, messages, link.name(), text.name(), score, because.texts());
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
