package dev.fk.core.laws;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.probe.Behaviour;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the catalog's actions come to on a server: said here once more, without a look at how fk finds it out. */
record ExpectedBehaviour(Capabilities can, boolean selfReferencesStay, boolean orphansBesideNull) {
    private static final String NULLS_NOT_DISTINCT = "nulls not distinct";

    Behaviour onDelete(Table child, ForeignKey key) {
        ReferentialAction effective =
                can.onDelete().contains(key.onDelete()) ? key.onDelete() : ReferentialAction.NO_ACTION;
        List<String> touched = key.onDeleteColumns().isEmpty() ? key.columns() : key.onDeleteColumns();
        return of(child, key, effective, touched);
    }

    /**
     * InnoDB does not update a table again that it has begun to update in the same cascade: a foreign key of a table to itself
     * refuses (manual, 15.1.20.5; seen on MySQL 9.7.4 and MariaDB 11.8.9).
     */
    Behaviour onUpdate(Table child, ForeignKey key) {
        ReferentialAction effective =
                can.onUpdate().contains(key.onUpdate()) ? key.onUpdate() : ReferentialAction.NO_ACTION;
        boolean stays = selfReferencesStay && key.referencedTable().equals(child.name());
        return of(child, key, stays ? ReferentialAction.NO_ACTION : effective, key.columns());
    }

    /**
     * Whether something else has a say in the same columns, so that what happens is not this key's doing alone: another foreign
     * key, or a unique one that takes NULL once.
     */
    static boolean isEntangled(Table child, ForeignKey key) {
        Stream<List<String>> once = Stream.concat(
                child.uniqueKeys().stream()
                        .filter(u -> u.options().has(NULLS_NOT_DISTINCT))
                        .map(UniqueKey::columns),
                child.indexes().stream()
                        .filter(i -> i.unique() && i.options().has(NULLS_NOT_DISTINCT))
                        .map(Index::leadingColumns));
        return once.anyMatch(columns -> !Collections.disjoint(columns, key.columns()))
                || child.foreignKeys().stream()
                        .filter(f -> !f.equals(key))
                        .anyMatch(f -> !Collections.disjoint(f.columns(), key.columns()));
    }

    /**
     * MySQL 9.7.4 takes a row that references nothing if its foreign key is looked up in a key or an index that has NULL in
     * another of its columns: INDEX (x, y), FOREIGN KEY (x), and (5, NULL). MySQL 8.0.33 and MariaDB refuse it.
     */
    boolean mayTakeOrphans(Table child, ForeignKey key) {
        Stream<List<String>> lookedUp = Stream.concat(
                child.uniqueKeys().stream().map(UniqueKey::columns),
                child.indexes().stream().map(Index::leadingColumns));
        int width = key.columns().size();
        return orphansBesideNull
                && lookedUp.anyMatch(c -> c.size() > width && key.columns().containsAll(c.subList(0, width)));
    }

    private static Behaviour of(Table child, ForeignKey key, ReferentialAction effective, List<String> touched) {
        if (key.enforcement() == Enforcement.NOT_ENFORCED) {
            return Behaviour.LEAVES;
        }
        boolean part =
                key.match() == MatchType.FULL && touched.size() < key.columns().size();
        return switch (effective) {
            case NO_ACTION, RESTRICT -> Behaviour.RESTRICTS;
            case CASCADE -> Behaviour.CASCADES;
            case SET_NULL -> part || !allNullable(child, touched) ? Behaviour.FAILS : Behaviour.SETS_NULL;
            case SET_DEFAULT -> toDefault(child, key, touched, part);
        };
    }

    private static boolean allNullable(Table child, List<String> columns) {
        return columns.stream().allMatch(c -> column(child, c).nullable());
    }

    private static Behaviour toDefault(Table child, ForeignKey key, List<String> touched, boolean part) {
        List<String> without =
                touched.stream().filter(c -> !hasDefault(column(child, c))).toList();
        // Another one each time it is asked for, so that no row can have it.
        boolean unforeseeable = touched.stream()
                .anyMatch(c -> column(child, c).generation() instanceof Generation.Default value
                        && value.expression().sql().contains("random"));
        if (part || unforeseeable || !allNullable(child, without)) {
            return Behaviour.FAILS;
        }
        boolean mixed = !without.isEmpty() && without.size() < touched.size();
        if (mixed && key.match() == MatchType.FULL) {
            return Behaviour.FAILS;
        }
        return without.size() == touched.size() ? Behaviour.SETS_NULL : Behaviour.SETS_DEFAULT;
    }

    private static boolean hasDefault(Column column) {
        return column.generation() instanceof Generation.Default value
                && !value.expression().sql().toUpperCase(Locale.ROOT).startsWith("NULL");
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }
}
