package dev.fk.examples.oracles;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A mistake that a reading could make, everywhere it can be made: one that agrees with the oracles has not made it. */
enum Mistake {
    A_COLUMN_OVERLOOKED(t -> t.withColumns(t.columns().subList(0, t.columns().size() - 1))),
    COLUMNS_IN_ANOTHER_ORDER(t -> t.withColumns(reversed(t.columns()))),
    NULLABLE_OR_NOT(t -> columns(t, c -> c.withNullable(!c.nullable()))),
    ANOTHER_TYPE(t -> columns(t, c -> c.withType(new DataType.Uuid()))),
    A_LENGTH_MISREAD(
            t -> columns(t, c -> c.type() instanceof DataType.Varchar ? c.withType(new DataType.Varchar(7)) : c)),
    NO_PRIMARY_KEY(t -> t.withPrimaryKey(Optional.empty())),
    A_PRIMARY_KEY_IN_ANOTHER_ORDER(t -> t.withPrimaryKey(
            t.primaryKey().map(k -> new PrimaryKey(k.name(), reversed(k.columns()), k.deferrability(), k.options())))),
    FOREIGN_KEYS_OVERLOOKED(t -> t.withForeignKeys(List.of())),
    FOREIGN_KEYS_MISNAMED(t -> foreignKeys(t, k -> k.named("fk"))),
    ANOTHER_PARENT(t -> foreignKeys(t, k -> k.withReferenced(t.name(), k.referencedColumns()))),
    COLUMNS_PAIRED_CROSSWISE(t -> foreignKeys(t, k -> k.withColumns(reversed(k.columns())))),
    ANOTHER_ON_DELETE(t -> foreignKeys(t, k -> k.withActions(ReferentialAction.CASCADE, k.onUpdate()))),
    ANOTHER_ON_UPDATE(t -> foreignKeys(t, k -> k.withActions(k.onDelete(), ReferentialAction.CASCADE))),
    ANOTHER_DEFERRABILITY(t -> foreignKeys(t, k -> k.withDeferrability(Deferrability.INITIALLY_DEFERRED))),
    INDEXES_OVERLOOKED(t -> t.withIndexes(List.of())),
    INDEXES_TAKEN_FOR_UNIQUE(t -> indexes(t, Index::asUnique)),
    INDEX_COLUMNS_IN_ANOTHER_ORDER(t ->
            indexes(t, i -> new Index(i.name(), reversed(i.parts()), i.unique(), i.method(), i.where(), i.options())));

    private final UnaryOperator<Table> change;

    Mistake(UnaryOperator<Table> change) {
        this.change = change;
    }

    Schema in(Schema schema) {
        return schema.mapTables(change);
    }

    /** The standard has no indexes, so that its views cannot tell. */
    boolean isOfIndexes() {
        return compareTo(INDEXES_OVERLOOKED) >= 0;
    }

    private static Table columns(Table table, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream().map(change).toList());
    }

    private static Table foreignKeys(Table table, UnaryOperator<ForeignKey> change) {
        return table.withForeignKeys(table.foreignKeys().stream().map(change).toList());
    }

    private static Table indexes(Table table, UnaryOperator<Index> change) {
        return table.withIndexes(table.indexes().stream().map(change).toList());
    }

    private static <T> List<T> reversed(List<T> values) {
        List<T> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        return reversed;
    }
}
