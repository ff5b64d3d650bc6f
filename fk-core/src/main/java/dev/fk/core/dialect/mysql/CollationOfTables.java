package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.TableCollation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;

/** A default of the table, which a character set says as well (MySQL manual, 12.3.4). */
record CollationOfTables(Settings settings) implements TableCollation {
    @Override
    public boolean isSaidBy(Options declared) {
        return declared.values().keySet().stream().anyMatch(TableOptions::saysCollation);
    }

    @Override
    public Options with(Options declared, String collation) {
        return declared.with(TableOptions.COLLATE, collation);
    }

    @Override
    public String of(Table canonical) {
        return TableOptions.collation(canonical.name(), canonical.options(), settings);
    }
}
