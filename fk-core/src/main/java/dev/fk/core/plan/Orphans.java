package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * What to ask the rows about each foreign key that new rows have to meet.
     *
     * @param reachable the same tables, and those of other schemas that their foreign keys reference
     */
    public static List<DataCheck> checks(Schema live, Schema reachable, RowRules rules) {
        LiveRows rows = rows(live, reachable, rules);
        return keys(live).flatMap(k -> k.checks(rows, rules).stream()).toList();
    }

    /** The foreign keys that new rows have to meet and that nobody can ask the rows about: {@code orders(customer_id)}. */
    public static List<String> unasked(Schema live, Schema reachable, RowRules rules) {
        LiveRows rows = rows(live, reachable, rules);
        return keys(live)
                .filter(k -> k.checks(rows, rules).isEmpty())
                .map(k -> k.table() + "(" + String.join(", ", k.key().columns()) + ")")
                .toList();
    }

    private record Key(QualifiedName table, ForeignKey key) {
        /** Whether the session checks foreign keys is nothing to rows that are there. */
        List<DataCheck> checks(LiveRows rows, RowRules rules) {
            return rows.of(table)
                    .map(own -> new ForeignKeyQuestion(rules, rows, own, key, Optional.empty()).checks())
                    .orElse(List.of());
        }
    }

    private static Stream<Key> keys(Schema live) {
        return live.tables().values().stream().flatMap(table -> table.foreignKeys().stream()
                .filter(key -> key.enforcement() != Enforcement.NOT_ENFORCED)
                .map(key -> new Key(table.name(), key)));
    }

    /** A table that is referenced and is not there (MySQL, MariaDB) has no rows. */
    private static LiveRows rows(Schema live, Schema reachable, RowRules rules) {
        LiveRows rows = new LiveRows(reachable, rules);
        keys(live)
                .map(k -> k.key().referencedTable())
                .filter(t -> reachable.table(t).isEmpty())
                .forEach(t -> rows.createTable(new Change.CreateTable(Table.of(t, List.of()))));
        return rows;
    }
}
