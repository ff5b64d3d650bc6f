package dev.fk.core.migration;

import dev.fk.core.model.Attribute;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Describes a table to be created. Unlike a model it gets nothing by itself: no id, no timestamps. */
@API(status = Status.EXPERIMENTAL)
public final class TableSpec {
    private Table table;

    TableSpec(QualifiedName name) {
        table = Table.of(name, List.of());
    }

    public TableSpec column(String name, Attribute<?> attribute) {
        table = ColumnSpec.added(table, name, attribute);
        return this;
    }

    /** A column that is said in full, with whatever only one server knows. */
    public TableSpec column(Column column) {
        table = ColumnSpec.added(table, column);
        return this;
    }

    public TableSpec index(IndexSpec index) {
        return index(index.on(table.name()));
    }

    /** An index that is said in full. */
    public TableSpec index(Index index) {
        table = Additions.with(table, index);
        return this;
    }

    public TableSpec constraint(ConstraintSpec constraint) {
        table = Additions.with(table, constraint.on(table.name()));
        return this;
    }

    public TableSpec comment(String text) {
        table = table.withComment(Optional.of(text));
        return this;
    }

    /** {@code engine}, {@code charset}, {@code collate}, or whatever else the server knows for tables. */
    public TableSpec option(String key, String value) {
        Options options = table.options().with(key, value);
        table = table.withOptions(options);
        return this;
    }

    Table table() {
        return table;
    }
}
