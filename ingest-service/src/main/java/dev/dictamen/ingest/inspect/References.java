package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.LiveSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for the people and the teams that a table points to. */
final class References {
    private static final double MATCHING = 0.5;
    private static final int DECLARED = 5;

    private final Sampler sampler;
    private final List<TableSample> tables;

    References(Sampler sampler, LiveSchema schema) {
        this.sampler = sampler;
        this.tables = sampler.all(schema);
    }

    /**
     * A column that points to rows with a name.
     *
     * @param names the columns that make up the name
     */
    record Reference(String column, TableSample target, List<String> names, double score, String because) {}

    /** Who worked on a row of this table. */
    Optional<Reference> agent(TableSample table) {
        return best(table, Hint.PERSON);
    }

    /** The team that a row of this table belongs to. */
    Optional<Reference> team(TableSample table) {
        return best(table, Hint.TEAM);
    }

    /** Whether a column's name without its id ends like the table's: user_id and lh_users. */
    static boolean isNamedAfter(String column, String table) {
        var words = Words.of(column).stream()
                .filter(word -> !List.of("id", "key", "fk", "code").contains(word))
                .toList();
        var tableWords = Words.of(table);
        return !words.isEmpty() && !tableWords.isEmpty() && words.getLast().equals(tableWords.getLast());
    }

    private Optional<Reference> best(TableSample from, Hint hint) {
        return from.columns().stream()
                .filter(column -> !column.name().equals(from.key()))
                .flatMap(column -> tables.stream()
                        .filter(target -> !target.equals(from) && hint.isIn(target.name()) && !target.isArchive())
                        .flatMap(target -> reference(from, column, target, hint).stream()))
                .max(Comparator.comparingDouble(Reference::score));
    }

    private Optional<Reference> reference(TableSample from, ColumnSample column, TableSample target, Hint hint) {
        var names = names(target);
        var declared = sampler.keys().foreign().get(from.name() + "." + column.name());
        boolean isDeclared = declared != null && declared.table().equals(target.name());
        boolean isHinted = hint.isIn(column.name()) || isNamedAfter(column.name(), target.name());
        if (names.isEmpty()
                || target.key().isEmpty()
                || (declared != null && !isDeclared)
                || (!isDeclared && !isHinted)
                || column.isTime()) {
            return Optional.empty();
        }
        double matching = sampler.matching(column, target);
        if (!isDeclared && matching < MATCHING) {
            return Optional.empty();
        }
        double score = (isDeclared ? DECLARED : 0)
                + 3 * matching
                + 2 * column.shareSet()
                + (isNamedAfter(column.name(), target.name()) ? 2 : 0)
                + (hint.isAllOf(column.name()) ? 2 : 0)
                - Words.of(column.name()).size() / 10.0;
        var because = isDeclared
                ? "a foreign key to " + target.name()
                : Math.round(100 * matching) + " % of its values are keys of " + target.name();
        return Optional.of(new Reference(column.name(), target, names, score, because));
    }

    /** The columns of a person's or a team's name. */
    private static List<String> names(TableSample target) {
        var texts = target.those(column -> column.column().isText());
        var given = texts.stream()
                .filter(column -> Hint.GIVEN_NAME.isAllOf(column.name()))
                .findFirst();
        if (given.isEmpty()) {
            return texts.stream()
                    .filter(column -> Hint.LABEL.isIn(column.name()))
                    .findFirst()
                    .map(column -> List.of(column.name()))
                    .orElse(List.of());
        }
        var surname = texts.stream()
                .filter(column -> !column.equals(given.get()) && isSurname(column.name()))
                .findFirst();
        return surname.map(column -> List.of(given.get().name(), column.name()))
                .orElseGet(() -> List.of(given.get().name()));
    }

    private static boolean isSurname(String name) {
        return Hint.SURNAME.isWritten(name);
    }
}
