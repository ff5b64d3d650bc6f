package dev.fk.core.dialect.postgresql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column, constraint, index or counter that goes and comes again, by the same name or another.
 *
 * @param back the change that brings it back
 * @param alike whether also can be said again what not every such thing takes: to be the identity of replicas or the order of
 *     rows, and of a column how its values are counted
 */
record MadeAnew(Change back, Kind kind, QualifiedName table, String name, String now, boolean alike) {
    /** As {@code belongings.sql} tells them apart: an index may be called as a rule of its table is. */
    enum Kind {
        COLUMN,
        NOT_NULL,
        INDEX,
        RULE,
        COUNTER,
        GONE
    }

    static List<MadeAnew> of(List<Change> ordered) {
        Map<QualifiedName, List<Change>> byTable = ordered.stream()
                .filter(Change.OfTable.class::isInstance)
                .collect(Collectors.groupingBy(Change::subject));
        return ordered.stream()
                .flatMap(c -> of(c, byTable.getOrDefault(c.subject(), List.of())))
                .toList();
    }

    /** The rows of what {@code belongings.sql} asks, with the columns that go for good, or come as one without statistics. */
    static String rows(List<MadeAnew> all, List<Change> ordered) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            MadeAnew one = all.get(i);
            rows.add(row(i, one.kind(), one.table(), one.name(), one.now(), one.alike()));
        }
        for (Change change : ordered) {
            if (change instanceof Change.DropColumn drop
                    && all.stream()
                            .noneMatch(
                                    a -> a.isColumn(drop.table(), drop.column().name()))) {
                rows.add(row(rows.size(), Kind.GONE, drop.table(), drop.column().name(), "", false));
            }
        }
        return "VALUES " + String.join(", ", rows);
    }

    private boolean isColumn(QualifiedName other, String column) {
        return kind == Kind.COLUMN && alike && table.equals(other) && name.equals(column);
    }

    private static String row(int place, Kind kind, QualifiedName table, String was, String now, boolean alike) {
        return "(" + place + ", '" + kind + "', " + SqlText.literal(Identifiers.quote(table)) + ", "
                + SqlText.literal(was) + ", " + SqlText.literal(now) + ", " + alike + ")";
    }

    private static Stream<MadeAnew> of(Change change, List<Change> all) {
        if (change instanceof Change.AddColumn add) {
            return column(add, all);
        } else if (change instanceof Change.AlterColumn alter) {
            return counter(alter);
        } else if (change instanceof Change.AlterForeignKey alter && !alter.validates()) {
            return constraint(alter, alter.from(), alter.to(), all);
        } else if (change instanceof Change.AlterCheck alter && !alter.validates()) {
            return constraint(alter, alter.from(), alter.to(), all);
        }
        return added(change).stream().flatMap(c -> again(change, c, all));
    }

    private static Stream<MadeAnew> column(Change.AddColumn add, List<Change> all) {
        Column column = add.column();
        String name = column.name();
        boolean goes = all.stream()
                .anyMatch(c -> c instanceof Change.DropColumn drop
                        && drop.column().name().equals(name));
        if (!goes) {
            return Stream.of();
        }
        MadeAnew made = new MadeAnew(add, Kind.COLUMN, add.table(), name, name, !isVirtual(column));
        return column.nullable()
                ? Stream.of(made)
                : Stream.of(made, new MadeAnew(add, Kind.NOT_NULL, add.table(), name, name, true));
    }

    /** PostgreSQL 18 has no statistics of one. */
    private static boolean isVirtual(Column column) {
        return column.generation() instanceof Generation.Computed computed
                && computed.storage() == Generation.Computed.Storage.VIRTUAL;
    }

    private static Stream<MadeAnew> counter(Change.AlterColumn alter) {
        boolean another = (isSerial(alter.from()) && isIdentity(alter.to()))
                || (isIdentity(alter.from()) && isSerial(alter.to()));
        String name = alter.to().name();
        return another ? Stream.of(new MadeAnew(alter, Kind.COUNTER, alter.table(), name, name, true)) : Stream.of();
    }

    private static boolean isSerial(Column column) {
        return column.generation() instanceof Generation.AutoIncrement;
    }

    private static boolean isIdentity(Column column) {
        return column.generation() instanceof Generation.Identity;
    }

    private static Stream<MadeAnew> again(Change add, Constraint back, List<Change> all) {
        List<Constraint> gone = all.stream()
                .flatMap(c -> added(c.inverse()).stream())
                .filter(c -> c.getClass() == back.getClass())
                .toList();
        Comparator<Constraint> likeliest = Comparator.<Constraint, Boolean>comparing(c -> isSame(c, back))
                .thenComparing(c -> c.name().equals(back.name()));
        return gone.stream().filter(c -> isSame(c, back) || c.name().equals(back.name())).max(likeliest).stream()
                .flatMap(c -> constraint(add, c, back, all));
    }

    private static boolean isSame(Constraint gone, Constraint back) {
        return (gone instanceof ForeignKey from && back instanceof ForeignKey to)
                ? from.key().equals(to.key())
                : unnamed(gone).equals(unnamed(back));
    }

    private static Stream<MadeAnew> constraint(Change change, Constraint gone, Constraint back, List<Change> all) {
        if (gone.name().isEmpty() || back.name().isEmpty()) {
            return Stream.of();
        }
        Kind kind = back instanceof ForeignKey || back instanceof Check ? Kind.RULE : Kind.INDEX;
        boolean alike = (back instanceof PrimaryKey key && key.deferrability() == Deferrability.NOT_DEFERRABLE)
                || ((unnamed(gone).equals(unnamed(back)) || staysKey(gone, back)) && !allowsNull(all));
        return Stream.of(new MadeAnew(
                change, kind, change.subject(), gone.name().get(), back.name().get(), alike));
    }

    /** What says something else and tells rows apart all the same, by columns by which rows were told apart before. */
    private static boolean staysKey(Constraint gone, Constraint back) {
        return keyed(gone).containsAll(keyed(back))
                && !keyed(back).isEmpty()
                && (!(back instanceof UniqueKey key) || key.deferrability() == Deferrability.NOT_DEFERRABLE);
    }

    private static List<String> keyed(Constraint constraint) {
        if (constraint instanceof UniqueKey key) {
            return key.columns();
        }
        return constraint instanceof Index index
                        && index.unique()
                        && index.where().isEmpty()
                        && index.leadingColumns().size() == index.parts().size()
                ? index.leadingColumns()
                : List.of();
    }

    /** Replicas tell rows apart by columns that are NOT NULL. */
    private static boolean allowsNull(List<Change> all) {
        return all.stream()
                .anyMatch(c -> c instanceof Change.AlterColumn alter
                        && !alter.from().nullable()
                        && alter.to().nullable());
    }

    private static Constraint unnamed(Constraint constraint) {
        return constraint.withName(Optional.empty());
    }

    private static Optional<Constraint> added(Change change) {
        if (change instanceof Change.AddPrimaryKey c) {
            return Optional.of(c.primaryKey());
        } else if (change instanceof Change.AddUniqueKey c) {
            return Optional.of(c.uniqueKey());
        } else if (change instanceof Change.AddForeignKey c) {
            return Optional.of(c.foreignKey());
        } else if (change instanceof Change.AddIndex c) {
            return Optional.of(c.index());
        } else if (change instanceof Change.AddCheck c) {
            return Optional.of(c.check());
        } else if (change instanceof Change.AddExclusion c) {
            return Optional.of(c.exclusion());
        }
        return Optional.empty();
    }
}
