package dev.fk.core.database;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.plan.DataCheck;
import dev.fk.core.plan.Orphans;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The rows of a database, looked at without changing anything. */
@API(status = Status.EXPERIMENTAL)
public final class LiveData {
    private final Database database;
    private final Optional<Duration> patience;

    LiveData(Database database) {
        this(database, Optional.empty());
    }

    private LiveData(Database database, Optional<Duration> patience) {
        this.database = database;
        this.patience = patience;
    }

    /**
     * The same for those who would rather not know than wait: what the server has not answered by then, because there are
     * too many rows or others have locked them, is as if there were no such rows.
     */
    public LiveData within(Duration time) {
        return new LiveData(database, Optional.of(time));
    }

    /**
     * The rows on which a plan would fail, found without changing anything: in one round trip for each 200 checks of the
     * plan, and one more if there are any.
     */
    public List<DirtyData> dirty(Plan plan) {
        return plan.hasChecks()
                ? database.call("Cannot look at the rows that a plan meets on " + database.location(), c -> inspector(c)
                        .inspect(plan))
                : List.of();
    }

    /** The same for questions that belong to no plan; each counts as a step. */
    public List<DirtyData> dirty(List<DataCheck> checks) {
        return checks.isEmpty()
                ? List.of()
                : database.call("Cannot look at the rows of " + database.location(), c -> inspector(c)
                        .inspect(checks));
    }

    private RowInspector inspector(Connection connection) {
        return new RowInspector(connection, patience.map(Deadline::in).orElseGet(Deadline::none));
    }

    /**
     * The rows whose foreign keys lead nowhere, also those that the server has never checked. Where several keys refuse a
     * row, it counts for each.
     *
     * @param live the tables as they are there
     * @throws DatabaseException if the server does not let the user see all rows, or does not say for another reason
     */
    public List<DirtyData> orphans(Schema live) {
        List<DataCheck> checks =
                Orphans.checks(live, reachable(live), database.dialect().rowRules(database.server()));
        Set<QualifiedName> tables = live.tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream().flatMap(k -> Stream.of(t.name(), k.referencedTable())))
                .collect(Collectors.toSet());
        return checks.isEmpty()
                ? List.of()
                : database.call("Cannot tell which rows have no parent on " + database.location(), c -> {
                    Diagnosis diagnosis = database.dialect().diagnosis(database.server());
                    Optional<MissingRight> right = diagnosis.toSeeRows(c, tables);
                    if (right.isPresent()) {
                        throw new MissingRightException("some rows are perhaps not shown", right.get());
                    }
                    return shown(c, diagnosis, checks, tables);
                });
    }

    /**
     * The foreign keys of which {@link #orphans} cannot tell, because only the server knows which values of two types it takes
     * for the same: {@code orders(customer_id)}.
     */
    public List<String> unasked(Schema live) {
        return Orphans.unasked(live, reachable(live), database.dialect().rowRules(database.server()));
    }

    /** With the tables of schemas that are not in view; the catalog is read for them, if there are any. */
    private Schema reachable(Schema live) {
        Set<String> others = live.unseenSchemas(live.tables().values());
        return others.isEmpty()
                ? live
                : database.withScope(database.scope().and(others)).read().schema();
    }

    private List<DirtyData> shown(
            Connection connection, Diagnosis diagnosis, List<DataCheck> checks, Set<QualifiedName> tables)
            throws SQLException {
        try {
            return inspector(connection).demanding().inspect(checks);
        } catch (SQLException refused) {
            List<Access> reading =
                    tables.stream().map(t -> new Access(t, Access.Kind.SELECT)).toList();
            List<MissingRight> rights = diagnosis.missingRights(connection, ServerError.of(refused), reading);
            throw rights.isEmpty()
                    ? refused
                    : new MissingRightException(String.valueOf(refused.getMessage()), rights.get(0));
        }
    }

    /**
     * Does nothing if the rows fit a plan.
     *
     * @throws DirtyDataException if they do not; it says which, all at once
     */
    public void refuseDirty(Plan plan) {
        List<DirtyData> found = dirty(plan);
        if (!found.isEmpty()) {
            throw new DirtyDataException(plan, found);
        }
    }
}
