package dev.fk.core.sync;

import dev.fk.core.dialect.TableCollation;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that say no collation get that of what they reference, if they are to come. On the MySQL family, which refuses a
 * foreign key otherwise, they do as well if the foreign key is to come.
 *
 * @param declared what models say themselves
 */
record KeyCollations(Schema declared, Schema live, Optional<TableCollation> ofTables) {
    CanonicalSchema in(CanonicalSchema wanted) {
        Map<QualifiedName, Table> tables = new LinkedHashMap<>(wanted.schema().tables());
        int most = tables.size(); // keys of keys may lead in a circle
        boolean more = once(tables);
        if (!more) {
            return wanted;
        }
        for (int i = 0; more && i < most; i++) {
            more = once(tables);
        }
        return wanted.restrictedTo(tables.values(), wanted.schema().enums().values());
    }

    private boolean once(Map<QualifiedName, Table> tables) {
        boolean more = false;
        for (Table table : List.copyOf(tables.values())) {
            Table referring = table;
            for (ForeignKey key : table.foreignKeys()) {
                Optional<Table> parent = Optional.ofNullable(tables.get(key.referencedTable()))
                        .or(() -> live.table(key.referencedTable()));
                referring = parent.isPresent() ? like(referring, key, parent.get()) : referring;
                tables.put(table.name(), referring);
            }
            more |= !referring.equals(table);
        }
        return more;
    }

    private Table like(Table table, ForeignKey key, Table parent) {
        Table referring = table;
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> column =
                    table.column(key.columns().get(i)).filter(c -> c.type().isText() && isFree(table, key, c));
            Optional<Column> referenced = parent.column(key.referencedColumns().get(i))
                    .filter(c -> c.type().isText());
            if (column.isPresent() && referenced.isPresent()) {
                referring = like(referring, column.get(), of(referenced.get(), parent));
            }
        }
        return referring;
    }

    private boolean isFree(Table table, ForeignKey key, Column column) {
        Optional<Table> there = live.table(table.name());
        boolean isThere = there.flatMap(t -> t.column(column.name())).isPresent();
        boolean isKept = isThere
                && (ofTables.isEmpty()
                        || there.stream().flatMap(t -> t.foreignKeys().stream()).anyMatch(k -> k.key()
                                .equals(key.key())));
        return !isKept && !isSaid(table, column);
    }

    private boolean isSaid(Table table, Column column) {
        return declared.table(table.name())
                .filter(t -> ofTables.stream().anyMatch(c -> c.isSaidBy(t.options()))
                        || t.column(column.name())
                                .filter(KeptCollations::isSilent)
                                .isEmpty())
                .isPresent();
    }

    private Optional<String> of(Column column, Table table) {
        return column.collation().or(() -> ofTables.map(c -> c.of(table)));
    }

    private Table like(Table table, Column column, Optional<String> collation) {
        Optional<String> usual = ofTables.map(c -> c.of(table));
        return of(column, table).equals(collation)
                ? table
                : table.withColumns(table.columns().stream()
                        .map(c -> c.equals(column)
                                ? c.withCollation(collation.filter(w -> !usual.equals(Optional.of(w))))
                                : c)
                        .toList());
    }
}
