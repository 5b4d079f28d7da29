package dev.dictamen.ingest.inspect;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which columns point to rows of which tables: as declared, else by name and values, else by values alone where the column repeats and
 * covers a good part of what it would point to.
 */
final class Links {
    private static final double MATCHING = 0.8;
    private static final double REPEATED = 1.3;
    private static final double COVERED = 0.4;
    private static final int FEW = 12;

    private final Sampler sampler;
    private final IdentityHashMap<ColumnSample, Count> counts = new IdentityHashMap<>();

    Links(Sampler sampler) {
        this.sampler = sampler;
    }

    /** A column, and the table to whose rows it points. */
    record Pointer(String column, TableSample target) {}

    /** How many rows of a sample have a value, and how many values there are. */
    private record Count(long set, long distinct) {}

    private static Count count(ColumnSample column) {
        var set = column.values().stream().filter(ColumnSample::isSet).toList();
        return new Count(set.size(), set.stream().distinct().count());
    }

    /** All that point from this table to others: by their values alone only where no declaration and no name says where to. */
    Stream<Pointer> of(TableSample from, List<TableSample> tables) {
        return from.columns().stream()
                .filter(column -> !column.isTime()
                        && column.shareSet() > 0
                        && !column.name().equals(from.key()))
                .flatMap(column ->
                        targets(from, column, tables).stream().map(target -> new Pointer(column.name(), target)));
    }

    private List<TableSample> targets(TableSample from, ColumnSample column, List<TableSample> tables) {
        var others = tables.stream()
                .filter(target -> !target.key().isEmpty() && !target.equals(from))
                .toList();
        var told =
                others.stream().filter(target -> isTold(from, column, target)).toList();
        return told.isEmpty()
                ? others.stream()
                        .filter(target -> !isDeclaredElsewhere(from, column, target)
                                && canPoint(from, column, target)
                                && sampler.matching(column, target) >= MATCHING)
                        .toList()
                : told;
    }

    /** The table of kinds or people to one of whose rows a column points. */
    Optional<TableSample> ofRow(TableSample from, ColumnSample column, List<TableSample> tables) {
        return column.isTime() || column.name().equals(from.key())
                ? Optional.empty()
                : tables.stream()
                        .filter(target -> !target.name().equals(from.name())
                                && !target.key().isEmpty()
                                && isTold(from, column, target))
                        .findFirst();
    }

    /** Whether a declaration says that the column points there, or its name does and its values agree. */
    private boolean isTold(TableSample from, ColumnSample column, TableSample target) {
        return isDeclared(from, column, target)
                || (!isDeclaredElsewhere(from, column, target)
                        && isNamedAfter(column, target)
                        && sampler.matching(column, target) >= MATCHING);
    }

    private static boolean isNamedAfter(ColumnSample column, TableSample target) {
        return References.isNamedAfter(column.name(), target.name())
                || (Hint.CHAT.isIn(column.name()) && Hint.CHAT.isIn(target.name()))
                || (Hint.PERSON.isIn(column.name()) && Hint.PERSON.isIn(target.name()));
    }

    private boolean isDeclared(TableSample from, ColumnSample column, TableSample target) {
        var declared = sampler.keys().foreign().get(from.name() + "." + column.name());
        return declared != null && declared.table().equals(target.name());
    }

    private boolean isDeclaredElsewhere(TableSample from, ColumnSample column, TableSample target) {
        return sampler.keys().foreign().containsKey(from.name() + "." + column.name())
                && !isDeclared(from, column, target);
    }

    /** Whether a column without a telling name could point there: the same kind of values, about as many as there are rows. */
    private boolean canPoint(TableSample from, ColumnSample column, TableSample target) {
        var key = target.column(target.key()).column();
        boolean isSameKind = key.isInteger() == column.column().isInteger()
                && key.isText() == column.column().isText();
        if (!isSameKind || column.isFlag() || target.size() <= FEW) {
            return false;
        }
        var counted = counts.computeIfAbsent(column, Links::count);
        long set = counted.set();
        long distinct = counted.distinct();
        boolean isCovering = !from.isWhole() || !target.isWhole() || distinct >= COVERED * target.size();
        boolean isRepeated = set >= REPEATED * distinct || from.rows() <= REPEATED * target.rows();
        return distinct > FEW && isRepeated && isCovering;
    }
}
