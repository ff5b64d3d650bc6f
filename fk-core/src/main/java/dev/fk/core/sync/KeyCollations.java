package dev.fk.core.sync;

import dev.fk.core.dialect.TableCollation;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that are to come and say no collation get that of what they reference, where this is there with one of its own: without
 * it the MySQL family refuses the foreign key.
 */
record KeyCollations(Schema declared, Schema live, Optional<TableCollation> ofTables) {
    CanonicalSchema in(CanonicalSchema wanted) {
        CanonicalSchema before = wanted;
        CanonicalSchema after = once(before);
        while (!after.equals(before)) { // along keys of keys
            before = after;
            after = once(before);
        }
        return after;
    }

    private CanonicalSchema once(CanonicalSchema wanted) {
        List<Table> tables = new ArrayList<>();
        boolean more = false;
        for (Table table : wanted.schema().tables().values()) {
            Table referring = table.foreignKeys().isEmpty() ? table : in(table, wanted.schema());
            more |= !referring.equals(table);
            tables.add(referring);
        }
        return more ? wanted.restrictedTo(tables, wanted.schema().enums().values()) : wanted;
    }

    private Table in(Table table, Schema wanted) {
        Table referring = table;
        for (ForeignKey key : table.foreignKeys()) {
            Optional<Table> parent = wanted.table(key.referencedTable()).or(() -> live.table(key.referencedTable()));
            for (int i = 0; parent.isPresent() && i < key.columns().size(); i++) {
                Optional<Column> referenced =
                        parent.get().column(key.referencedColumns().get(i));
                Optional<Column> column = referring.column(key.columns().get(i)).filter(c -> isToCome(table, c));
                if (referenced.isPresent() && column.isPresent()) {
                    referring = like(referring, column.get(), parent.get(), referenced.get());
                }
            }
        }
        return referring;
    }

    private boolean isToCome(Table table, Column column) {
        boolean isThere =
                live.table(table.name()).flatMap(t -> t.column(column.name())).isPresent();
        boolean isSaid = declared.table(table.name())
                .filter(t -> ofTables.stream().anyMatch(c -> c.isSaidBy(t.options()))
                        || t.column(column.name())
                                .filter(KeptCollations::isSilent)
                                .isEmpty())
                .isPresent();
        return !isThere
                && !isSaid
                && column.collation().isEmpty()
                && column.type().isText();
    }

    private Table like(Table table, Column column, Table parent, Column referenced) {
        Optional<String> own = ofTables.map(c -> c.of(table));
        Optional<String> wanted = referenced.collation().or(() -> ofTables.map(c -> c.of(parent)));
        return !referenced.type().isText() || wanted.equals(own)
                ? table
                : table.withColumns(table.columns().stream()
                        .map(c -> c.equals(column) ? c.withCollation(wanted) : c)
                        .toList());
    }
}
