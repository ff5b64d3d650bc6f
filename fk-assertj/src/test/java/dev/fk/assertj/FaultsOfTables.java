package dev.fk.assertj;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What can be changed about the columns and indexes of a table, and about the table as a whole. */
record FaultsOfTables(Schema schema, Table table, boolean partial) {
    Stream<Fault> all() {
        return Stream.of(
                        table.columns().stream().flatMap(this::ofColumn),
                        table.indexes().stream().filter(i -> !serves(i)).flatMap(this::ofIndex),
                        ofTable())
                .flatMap(s -> s);
    }

    private QualifiedName name() {
        return table.name();
    }

    private Fault altered(String kind, Column from, Column to) {
        return Fault.of(kind, name(), new Change.AlterColumn(name(), from, to));
    }

    private Stream<Fault> ofColumn(Column column) {
        List<Fault> faults = new ArrayList<>();
        boolean key = isInKey(column.name());
        faults.add(altered("comment a column", column, column.withComment(Optional.of("changed"))));
        if (column.comment().isPresent()) {
            faults.add(altered("drop the comment of a column", column, column.withComment(Optional.empty())));
        }
        if (!key && !(column.generation() instanceof Generation.Computed)) {
            faults.add(altered("change nullability", column, column.withNullable(!column.nullable())));
        }
        if (column.generation() instanceof Generation.Default) {
            faults.add(altered("drop a default", column, column.withGeneration(Generation.none())));
            String other = column.type() instanceof DataType.Int ? "7" : "'other'";
            faults.add(altered("change a default", column, column.withGeneration(Generation.defaultTo(other))));
        }
        if (column.generation() == Generation.none() && column.type() instanceof DataType.Int && !key) {
            faults.add(altered("add a default", column, column.withGeneration(Generation.defaultTo("3"))));
        }
        boolean counted =
                column.generation() == Generation.autoIncrement() || column.generation() instanceof Generation.Identity;
        if (counted) {
            faults.add(altered("count no more", column, column.withGeneration(Generation.none())));
        }
        if (column.generation() instanceof Generation.Computed computed) {
            Expression other = new Expression(computed.expression().sql().replace("1", "2"));
            Column changed = column.withGeneration(new Generation.Computed(other, computed.storage()));
            faults.add(altered("compute otherwise", column, changed));
        }
        if (column.type() instanceof DataType.Varchar v && !key) {
            int length = v.length().orElse(1);
            faults.add(altered("lengthen a column", column, column.withType(new DataType.Varchar(length + 1))));
            column.collation()
                    .ifPresent(c ->
                            faults.add(altered("drop a collation", column, column.withCollation(Optional.empty()))));
        }
        if (column.type() instanceof DataType.Int
                && !key
                && !(column.generation() instanceof Generation.Computed)
                && !isComputedFrom(column.name())) {
            faults.add(altered("widen a number", column, column.withType(new DataType.Int(DataType.Int.Size.BIG))));
        }
        if (column.type() instanceof DataType.Decimal) {
            DataType more = new DataType.Decimal(OptionalInt.of(10), OptionalInt.of(3));
            faults.add(altered("change a scale", column, column.withType(more)));
        }
        if (column.type() instanceof DataType.EnumType e) {
            List<String> labels = new ArrayList<>(e.labels());
            Collections.swap(labels, 0, 1);
            faults.add(altered("swap labels", column, column.withType(new DataType.EnumType(labels))));
            labels.add("wild");
            faults.add(altered("add a label", column, column.withType(new DataType.EnumType(labels))));
        }
        if (!key && !counted && !(column.generation() instanceof Generation.Computed) && !isUsed(column.name())) {
            faults.add(Fault.of("drop a column", name(), new Change.DropColumn(name(), column, ColumnPosition.last())));
        }
        return faults.stream();
    }

    private boolean isInKey(String column) {
        boolean referenced = schema.tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(f -> f.referencedTable().equals(name())
                        && f.referencedColumns().contains(column));
        return referenced
                || table.primaryKey().filter(p -> p.columns().contains(column)).isPresent()
                || table.foreignKeys().stream().anyMatch(f -> f.columns().contains(column));
    }

    private boolean isUsed(String column) {
        return table.uniqueKeys().stream().anyMatch(k -> k.columns().contains(column))
                || table.indexes().stream()
                        .anyMatch(i -> i.parts().stream().anyMatch(p -> p.text().equals(column)))
                || table.checks().stream().anyMatch(c -> c.expression().mayMention(column))
                || isComputedFrom(column);
    }

    private boolean isComputedFrom(String column) {
        return table.columns().stream()
                .anyMatch(c -> c.generation() instanceof Generation.Computed computed
                        && computed.expression().mayMention(column));
    }

    /** InnoDB does not let go of the last index that begins with the columns of a foreign key. */
    private boolean serves(Index index) {
        return table.foreignKeys().stream()
                .map(ForeignKey::columns)
                .anyMatch(columns -> index.leadingColumns().size() >= columns.size()
                        && index.leadingColumns().subList(0, columns.size()).equals(columns));
    }

    private Fault replaced(String kind, Index there, Index wanted) {
        return Fault.of(kind, name(), there.accept(new DropOf(name())), wanted.accept(new AddOf(name())));
    }

    private Stream<Fault> ofIndex(Index index) {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.of("drop an index", name(), new Change.DropIndex(name(), index)));
        Index other = index.withName(index.name().map(n -> n + "_x"));
        faults.add(Fault.of("rename an index", name(), new Change.RenameConstraint(name(), index, other)));
        if (index.parts().size() > 1) {
            List<IndexPart> reversed = new ArrayList<>(index.parts());
            Collections.reverse(reversed);
            faults.add(replaced("swap the columns of an index", index, with(index, reversed)));
            faults.add(replaced(
                    "shorten an index", index, with(index, index.parts().subList(0, 1))));
        }
        if (index.parts().stream().noneMatch(IndexPart::descending)) {
            List<IndexPart> descending =
                    index.parts().stream().map(IndexPart::asDescending).toList();
            faults.add(replaced("turn an index round", index, with(index, descending)));
        }
        if (!index.unique()) {
            faults.add(replaced("make an index unique", index, index.asUnique()));
        }
        if (partial) {
            Optional<Expression> where = Optional.of(new Expression(
                    "(" + index.leadingColumns().stream().findFirst().orElse("id") + " IS NOT NULL)"));
            faults.add(replaced(
                    "make an index partial",
                    index,
                    new Index(index.name(), index.parts(), index.unique(), index.method(), where, index.options())));
        }
        return faults.stream();
    }

    private static Index with(Index index, List<IndexPart> parts) {
        return new Index(index.name(), parts, index.unique(), index.method(), index.where(), index.options());
    }

    private Stream<Fault> ofTable() {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.of(
                "comment a table", name(), new Change.AlterComment(name(), table.comment(), Optional.of("changed"))));
        Column more = Column.of("more", new DataType.Int(DataType.Int.Size.REGULAR));
        faults.add(Fault.of("add a column", name(), new Change.AddColumn(name(), more, ColumnPosition.last())));
        Index index = Index.of(
                "ix_more", table.columns().get(table.columns().size() - 1).name());
        if (!(table.columns().get(table.columns().size() - 1).type() instanceof DataType.Text)) {
            faults.add(Fault.of("add an index", name(), new Change.AddIndex(name(), index)));
        }
        boolean referenced = schema.tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(f -> f.referencedTable().equals(name()));
        if (!referenced && table.foreignKeys().isEmpty()) {
            faults.add(Fault.of("drop a table", name(), new Change.DropTable(table)));
        }
        return faults.stream();
    }
}
