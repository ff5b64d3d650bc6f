package dev.fk.junit.report;

import dev.fk.core.database.Database;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A database at one moment.
 *
 * @param counts how many rows each table has
 * @param rows the rows of small tables
 * @param foundations statements that make what tables are made of
 * @param generators statements that bring generated keys where they were
 * @param session statements that make another session read values as those of a test do
 */
@API(status = Status.INTERNAL)
public record Snapshot(
        Database database,
        CanonicalSchema schema,
        Map<QualifiedName, Long> counts,
        Map<QualifiedName, Rows> rows,
        List<String> foundations,
        List<String> generators,
        List<String> session) {
    public Snapshot {
        counts = Map.copyOf(counts);
        rows = Map.copyOf(rows);
        foundations = List.copyOf(foundations);
        generators = List.copyOf(generators);
        session = List.copyOf(session);
    }

    /** Reads it all; the database can be gone afterwards. */
    public static Snapshot of(Database database) {
        CanonicalSchema schema = database.whole().read();
        try (RowReader reader = RowReader.on(database)) {
            Map<QualifiedName, Long> counts = reader.counts(schema.schema());
            return new Snapshot(
                    database,
                    schema,
                    counts,
                    reader.rows(schema.schema(), counts),
                    reader.foundations(),
                    reader.generators(schema.schema()),
                    reader.session());
        }
    }
}
