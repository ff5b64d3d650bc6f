package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AssertProvider;

/**
 * All tables of a database, to be asserted about. The catalog is read when the assertion begins, once for the whole
 * chain. Immutable and thread-safe.
 */
@API(status = Status.EXPERIMENTAL)
public final class SchemaRef implements AssertProvider<SchemaAssert> {
    private final Optional<Database> database;

    SchemaRef(Optional<Database> database) {
        this.database = database;
    }

    /** Begins an assertion; AssertJ calls it when it is given a reference. */
    @Override
    public SchemaAssert assertThat() {
        return open(Reporting.throwing());
    }

    SchemaAssert open(Reporting reporting) {
        Snapshot snapshot = Snapshot.of(database.orElseGet(CurrentDatabase::get));
        return new SchemaSubject(snapshot, reporting).open();
    }

    @Override
    public String toString() {
        return "schema" + database.map(d -> " of " + d).orElse("");
    }
}
