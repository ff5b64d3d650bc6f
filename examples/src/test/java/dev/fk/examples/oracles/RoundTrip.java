package dev.fk.examples.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** A reading, a copy in an empty database made from nothing but the reading, and the reading of the copy. */
final class RoundTrip {
    private RoundTrip() {}

    static void check(CanonicalSchema reading, PublishedSchema published, Engine engine, OracleServer server)
            throws SQLException {
        Set<Deviation> deviations = Deviation.of(published, engine);
        DataSource empty = server.emptyDatabase();
        if (deviations.contains(Deviation.SEQUENCES)) {
            for (Script script : published.read()) {
                script.sequences().run(empty);
            }
        }
        Database copy = Database.of(empty);
        CanonicalSchema nothing = copy.read();
        ChangeSet creation = Differ.diff(nothing, reading);
        copy.run(copy.plan(creation, nothing));
        isSame(copy.read(), reading);
    }

    private static void isSame(CanonicalSchema actual, CanonicalSchema expected) {
        assertThat(Differ.diff(actual, expected).toString()).as("left to do").isEmpty();
        assertThat(sorted(actual.schema())).isEqualTo(sorted(expected.schema()));
    }

    /** Keys and indexes are sets: a catalog lists them in the order in which they were made. */
    private static Schema sorted(Schema schema) {
        return schema.mapTables(t -> t.withUniqueKeys(sorted(t.uniqueKeys()))
                .withForeignKeys(sorted(t.foreignKeys()))
                .withIndexes(sorted(t.indexes()))
                .withChecks(sorted(t.checks())));
    }

    private static <T> List<T> sorted(List<T> values) {
        return values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
