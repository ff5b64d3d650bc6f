package dev.fk.assertj.catalog;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A table that is asserted about, which need not be there. */
@API(status = Status.INTERNAL)
public record TableView(Snapshot snapshot, QualifiedName name, Optional<Table> table) {
    public List<String> columnNames() {
        return table.map(Table::columnNames).orElse(List.of());
    }

    /** The columns as the table spells them, where the server takes the spellings for the same. */
    public List<String> asSpelt(String... columns) {
        return Stream.of(columns)
                .map(c -> snapshot.rules().columns().asSpelt(c, columnNames()))
                .toList();
    }

    /** The name as a constraint or index of the table bears it, where the server takes the spellings for the same. */
    public String constraintAsSpelt(String wanted) {
        List<String> names = table.stream()
                .flatMap(Table::constraints)
                .flatMap(c -> c.name().stream())
                .toList();
        return snapshot.rules().constraints().asSpelt(wanted, names);
    }

    public Optional<Column> column(String column) {
        return table.flatMap(t -> t.column(column));
    }

    public List<ForeignKey> foreignKeys() {
        return table.map(Table::foreignKeys).orElse(List.of());
    }

    public List<ForeignKey> foreignKeysOn(List<String> columns) {
        return table.map(t -> t.foreignKeysOn(columns)).orElse(List.of());
    }

    public List<Index> indexes() {
        return table.map(Table::indexes).orElse(List.of());
    }

    /** The indexes; unique keys as well where the server makes no difference between those and unique indexes. */
    public List<Index> indexesOfAnyKind() {
        if (uniqueKeys().isEmpty() || !new Equivalence(snapshot).takesUniqueIndexForKey()) {
            return indexes();
        }
        Stream<Index> keys = uniqueKeys().stream()
                .map(k -> new Index(
                        k.name(),
                        k.columns().stream().map(IndexPart::column).toList(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        k.options()));
        return Stream.concat(indexes().stream(), keys).toList();
    }

    /** What the table has there: an index may stand for a unique key, which goes and is renamed as one. */
    public Constraint asThere(Constraint there) {
        return uniqueKeys().stream()
                .filter(k -> there instanceof Index index && !indexes().contains(index))
                .filter(k -> k.name().equals(there.name()))
                .<Constraint>map(k -> k)
                .findFirst()
                .orElse(there);
    }

    /** The indexes on exactly these columns, in this order. */
    public List<Index> indexesOn(List<String> columns) {
        return indexesOfAnyKind().stream()
                .filter(i -> i.parts().size() == columns.size())
                .filter(i -> i.leadingColumns().equals(columns))
                .toList();
    }

    /** Unique constraints and plain unique indexes on these columns, in any order: order means nothing for uniqueness. */
    public List<Constraint> uniqueKeysOn(List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        Stream<Constraint> keys = uniqueKeys().stream()
                .filter(k -> Set.copyOf(k.columns()).equals(wanted))
                .map(k -> k);
        Stream<Constraint> unique = indexes().stream()
                .filter(i -> i.unique() && i.isValid() && i.where().isEmpty())
                .filter(i -> i.leadingColumns().size() == i.parts().size())
                .filter(i -> Set.copyOf(i.leadingColumns()).equals(wanted))
                .map(i -> i);
        return Stream.concat(keys, unique).toList();
    }

    public List<UniqueKey> uniqueKeys() {
        return table.map(Table::uniqueKeys).orElse(List.of());
    }

    /** What carries a constraint's name: everything but indexes. */
    public List<Constraint> constraints() {
        return table.stream()
                .flatMap(Table::constraints)
                .filter(c -> !(c instanceof Index))
                .toList();
    }

    /** {@code chat(participantNo)}. */
    public String with(List<String> columns) {
        return name + "(" + String.join(", ", columns) + ")";
    }

    /** The foreign keys of other tables, or of this one, that point at it. */
    public List<TableView> referencedBy() {
        return snapshot.schema().tables().values().stream()
                .filter(t -> t.foreignKeys().stream()
                        .anyMatch(f -> f.referencedTable().equals(name)))
                .map(t -> new TableView(snapshot, t.name(), Optional.of(t)))
                .toList();
    }
}
