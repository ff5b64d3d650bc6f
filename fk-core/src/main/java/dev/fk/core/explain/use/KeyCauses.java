package dev.fk.core.explain.use;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The foreign keys that need a key or index that should go. */
record KeyCauses(Situation situation) {
    /** A key or index that should go. */
    private record Going(Table table, String text, List<String> columns, Optional<Constraint> constraint) {}

    List<Explanation> find() {
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        List<Explanation> found = new ArrayList<>();
        situation
                .statement()
                .clauses(Clause.Drop.class)
                .filter(d -> d.kind() != Clause.Drop.Kind.COLUMN && d.kind() != Clause.Drop.Kind.FOREIGN_KEY)
                .flatMap(d -> going(d, table).stream())
                .forEach(g -> found.addAll(about(g)));
        return found;
    }

    /** PostgreSQL drops an index without saying of which table. */
    private Optional<Going> going(Clause.Drop drop, Optional<Table> table) {
        if (table.isPresent()) {
            return in(table.get(), drop);
        }
        return situation.schema().tables().values().stream()
                .flatMap(t -> in(t, drop).stream())
                .findFirst();
    }

    private static Optional<Going> in(Table table, Clause.Drop drop) {
        String name = drop.name().map(Token::text).orElse("");
        boolean primary = drop.kind() == Clause.Drop.Kind.PRIMARY_KEY || name.equalsIgnoreCase("PRIMARY");
        Stream<Going> primaryKey = table
                .primaryKey()
                .filter(k -> primary || isNamed(k.name(), name))
                .map(k -> new Going(table, Described.of(k), k.columns(), Optional.of(k)))
                .stream();
        Stream<Going> uniqueKeys = table.uniqueKeys().stream()
                .filter(k -> isNamed(k.name(), name))
                .map(k -> new Going(table, Described.of(k), k.columns(), Optional.of(k)));
        Stream<Going> indexes = table.indexes().stream()
                .filter(i -> isNamed(i.name(), name))
                .map(i -> new Going(table, Described.of(i), i.leadingColumns(), Optional.of(i)));
        return Stream.of(primaryKey, uniqueKeys, indexes, implicit(table, name))
                .flatMap(s -> s)
                .findFirst();
    }

    private static boolean isNamed(Optional<String> own, String name) {
        return own.filter(name::equalsIgnoreCase).isPresent();
    }

    /** The index that came with a foreign key has its name, or that of its first column. */
    private static Stream<Going> implicit(Table table, String name) {
        return table.foreignKeys().stream()
                .filter(k -> isNamed(k.name(), name) || k.columns().get(0).equalsIgnoreCase(name))
                .map(k -> new Going(
                        table, "the index (" + String.join(", ", k.columns()) + ")", k.columns(), Optional.empty()));
    }

    private List<Explanation> about(Going going) {
        List<Explanation> found = new ArrayList<>();
        List<Owned> referencing = situation.referencing(going.table().name()).stream()
                .filter(o -> Set.copyOf(o.key().referencedColumns()).equals(Set.copyOf(going.columns())))
                .toList();
        if (!referencing.isEmpty()) {
            found.add(Explanation.of(
                    Cause.KEY_REFERENCED,
                    going.text() + " of " + going.table().name() + " is what " + Situation.list(referencing)
                            + (referencing.size() == 1 ? " references" : " reference"),
                    "Drop the foreign key first, or keep the key.",
                    Fix.before(situation.ddl(situation.drops(referencing)))));
        }
        List<Owned> served = going.table().foreignKeys().stream()
                .filter(k -> Names.begin(going.columns(), k.columns()))
                .filter(k -> others(going).noneMatch(columns -> Names.begin(columns, k.columns())))
                .map(k -> new Owned(going.table(), k))
                .toList();
        if (!served.isEmpty()) {
            found.add(needed(going, served));
        }
        return found;
    }

    private Explanation needed(Going going, List<Owned> served) {
        List<Change> indexes = served.stream()
                .map(o -> o.key().columns())
                .distinct()
                .<Change>map(c -> new Change.AddIndex(
                        going.table().name(),
                        Index.of(
                                free(going.table(), going.table().name().name() + "_" + String.join("_", c)),
                                c.toArray(String[]::new))))
                .toList();
        return Explanation.of(
                Cause.INDEX_NEEDED,
                going.text() + " of " + going.table().name() + " is the only one through which "
                        + Situation.list(served) + " finds its rows",
                "Give the foreign key another index, or drop it too.",
                exchange(going, indexes));
    }

    private static String free(Table table, String name) {
        return Stream.iterate(1, i -> i + 1)
                .map(i -> i == 1 ? name : name + "_" + i)
                .filter(n -> table.constraints().noneMatch(c -> isNamed(c.name(), n)))
                .findFirst()
                .orElse(name);
    }

    /**
     * The new index and the end of the old one in one statement: an index that came with a foreign key goes by itself as soon
     * as another one serves, and could not be dropped a second time.
     */
    private Fix exchange(Going going, List<Change> indexes) {
        if (going.constraint().isEmpty() || situation.statement().clauses().size() > 1) {
            return Fix.before(situation.ddl(indexes));
        }
        List<Change> changes = new ArrayList<>(indexes);
        changes.add(going.constraint().get().accept(new DropOf(going.table().name())));
        List<Sql> statements = situation.dialect().ddl(situation.server()).together(changes);
        return statements.size() == 1 ? Fix.instead(statements.get(0).text()) : Fix.before(situation.ddl(indexes));
    }

    /** The columns of all other keys and indexes of the table. */
    private static Stream<List<String>> others(Going going) {
        Table table = going.table();
        List<List<String>> all = new ArrayList<>(Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().map(Index::leadingColumns))
                .flatMap(s -> s)
                .toList());
        all.remove(going.columns());
        return all.stream();
    }
}
