package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Rows that foreign keys would refuse which are there already. MySQL and MariaDB let them in while {@code foreign_key_checks}
 * is off, and nobody looks at them later; PostgreSQL where a key is NOT VALID, or triggers are off.
 */
@API(status = Status.EXPERIMENTAL)
public final class Orphans {
    private Orphans() {}

    /**
     * What to ask the rows about each foreign key that new rows have to meet; temporal ones are not asked about.
     *
     * @param reachable the same tables, and those of other schemas that their foreign keys reference
     */
    public static List<DataCheck> checks(Schema live, Schema reachable, RowRules rules) {
        LiveRows rows = new LiveRows(reachable, rules);
        return live.tables().values().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.enforcement() != Enforcement.NOT_ENFORCED
                                && key.options().isEmpty())
                        .flatMap(key -> checks(table, key, rows, rules).stream()))
                .toList();
    }

    private static List<DataCheck> checks(Table table, ForeignKey key, LiveRows rows, RowRules rules) {
        return rows.of(table.name())
                .map(own -> new ForeignKeyQuestion(rules, rows, own, key).checks())
                .orElse(List.of());
    }
}
