package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AssertProvider;

/**
 * A table by name, to be asserted about. The catalog is read when the assertion begins, once for the whole chain, so
 * one reference can be asserted before and after a change. Immutable and thread-safe.
 */
@API(status = Status.EXPERIMENTAL)
public final class TableRef implements AssertProvider<TableAssert> {
    private final Optional<Database> database;
    private final QualifiedName name;

    TableRef(Optional<Database> database, QualifiedName name) {
        this.database = database;
        this.name = name;
    }

    /** Begins an assertion; AssertJ calls it when it is given a reference. */
    @Override
    public TableAssert assertThat() {
        return open(Reporting.throwing());
    }

    TableAssert open(Reporting reporting) {
        Snapshot snapshot = Snapshot.of(name.schema().map(s -> inView(s)).orElseGet(this::database));
        return new TableSubject(snapshot.table(name), reporting, Optional.empty(), false).open();
    }

    private Database inView(String schema) {
        Database known = database();
        return known.withScope(known.scope().and(schema));
    }

    private Database database() {
        return database.orElseGet(CurrentDatabase::get);
    }

    @Override
    public String toString() {
        return "table " + name;
    }
}
