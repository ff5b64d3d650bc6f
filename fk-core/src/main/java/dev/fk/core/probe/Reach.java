package dev.fk.core.probe;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table and all that its rows may have to reference. */
final class Reach {
    private Reach() {}

    static Map<QualifiedName, Table> of(Schema schema, Table table) {
        Map<QualifiedName, Table> reach = new LinkedHashMap<>();
        collect(schema, table, reach);
        return reach;
    }

    private static void collect(Schema schema, Table table, Map<QualifiedName, Table> reach) {
        if (reach.put(table.name(), table) == null) {
            for (ForeignKey key : table.foreignKeys()) {
                schema.table(key.referencedTable()).ifPresent(t -> collect(schema, t, reach));
            }
        }
    }
}
