package dev.fk.core.sync;

import dev.fk.core.dialect.TableCollation;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Optional;

/**
 * What is declared, with the collations of what is there where it says none: to write all rows anew because a database's default
 * differs is nothing that a model asks for by its silence.
 *
 * @param usual what the server makes of what is declared
 */
record KeptCollations(Schema declared, Schema usual, Schema live, Optional<TableCollation> ofTables) {
    /** As declared, if nothing has a collation of its own. */
    Schema asThere() {
        if (live.tables().values().stream().noneMatch(this::isOwn)) {
            return declared;
        }
        return declared.mapTables(table -> live.table(table.name())
                .filter(there -> isOwn(there) && ofTables.stream().noneMatch(c -> c.isSaidBy(table.options())))
                .map(there -> asThere(table, there))
                .orElse(table));
    }

    private boolean isOwn(Table there) {
        return ofTables.stream().anyMatch(c -> c.isOwn(there))
                || there.columns().stream().anyMatch(c -> c.collation().isPresent());
    }

    private Table asThere(Table table, Table there) {
        return table.withOptions(ofTables.filter(c -> c.isOwn(there))
                        .map(c -> c.with(table.options(), c.of(there)))
                        .orElse(table.options()))
                .withColumns(table.columns().stream()
                        .map(c -> asThere(table, c, there))
                        .toList());
    }

    private Column asThere(Table table, Column column, Table there) {
        return there.column(column.name())
                .filter(c -> isSilent(column) && hasSameKind(table, c))
                .map(c -> column.withCollation(c.collation()))
                .orElse(column);
    }

    static boolean isSilent(Column declared) {
        return declared.collation().isEmpty() && declared.options().isEmpty() && !isBinary(declared.type());
    }

    /** The attribute BINARY of the MySQL family says one. */
    private static boolean isBinary(DataType type) {
        return (type instanceof DataType.Varchar varchar && varchar.binary())
                || (type instanceof DataType.Char character && character.binary());
    }

    private boolean hasSameKind(Table table, Column there) {
        return usual.table(table.name())
                .flatMap(t -> t.column(there.name()))
                .filter(c -> c.type().isKindOf(there.type()))
                .isPresent();
    }
}
