package dev.fk.core.sync;

import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * What is declared, with columns spelt as they are there, where the server takes two names that differ in case only for one:
 * to drop the one column and add the other would lose its values for nothing.
 */
record Spelling(IdentifierRules.Case columns, Schema live) {
    Schema of(Schema declared) {
        Schema spelt = declared;
        if (columns == IdentifierRules.Case.COUNTS) {
            return spelt;
        }
        for (Table table : declared.tables().values()) {
            Optional<Table> there = live.table(table.name());
            if (there.isPresent()) {
                spelt = of(table, there.get().columnNames(), spelt);
            }
        }
        return spelt;
    }

    private Schema of(Table table, List<String> there, Schema schema) {
        List<String> names = table.columnNames();
        Schema spelt = schema;
        if (names.equals(there)) {
            return spelt;
        }
        for (String name : names) {
            String other = columns.asSpelt(name, there);
            if (table.column(other).isEmpty()) {
                spelt = Patch.apply(spelt, new Change.RenameColumn(table.name(), name, other));
            }
        }
        return spelt;
    }
}
