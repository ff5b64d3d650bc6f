package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The invisible key that MySQL gives a table without one while {@code sql_generate_invisible_primary_key} is on. A model that
 * wants no key wants nothing else there, and MySQL 9.7.4 refuses to drop it meanwhile.
 */
final class GeneratedKey {
    /** No other column may have that name then. */
    private static final String NAME = "my_row_id";

    private GeneratedKey() {}

    /** The table that is wanted, with the key that the one has that is there. */
    static Table in(Table wanted, Table there) {
        Optional<Column> column = there.column(NAME)
                .filter(c -> c.options().has(CanonicalColumn.INVISIBLE))
                .filter(c -> c.generation() == Generation.autoIncrement())
                .filter(c -> there.primaryKey()
                        .map(PrimaryKey::columns)
                        .filter(List.of(NAME)::equals)
                        .isPresent());
        if (column.isEmpty()
                || wanted.primaryKey().isPresent()
                || wanted.column(NAME).isPresent()) {
            return wanted;
        }
        List<Column> columns = new ArrayList<>(wanted.columns());
        columns.add(0, column.get());
        return wanted.withColumns(columns).withPrimaryKey(there.primaryKey());
    }
}
