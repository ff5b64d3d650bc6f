package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A source that consists of migrations and can stop after any of them. */
@API(status = Status.EXPERIMENTAL)
public interface SteppedSource extends SchemaSource {
    /** The migrations for this database in the order in which they run, those that ran included. Nothing is changed. */
    List<MigrationStep> steps(Database database);

    /** Runs what has not run yet, up to this one and including it. What fails is thrown as it is. */
    void runTo(MigrationStep last, Database database);

    /**
     * Undoes the one that ran last.
     *
     * @throws IrreversibleStepException if there is nothing that undoes it; nothing was executed
     */
    void undo(MigrationStep last, Database database);

    /**
     * What runs in a new database instead of migrations that are among the {@link #steps}, and should build the same; empty
     * if they run there themselves.
     */
    default Optional<String> shortcut(Database database) {
        return Optional.empty();
    }

    /** Why none of these migrations can be undone; empty if the tool knows how to. */
    Optional<String> withoutUndo();

    /** Whether this is a table in which the tool remembers what ran. */
    boolean keeps(QualifiedName table);

    /** What is wrong with the migrations as they are written; no database is asked. */
    List<MigrationProblem> problems();

    /** The migrations as they are written, in the order in which they would run, for all kinds of servers. */
    List<MigrationStep> written();

    /** The same for one kind of server, where they differ. */
    default List<MigrationStep> written(DialectId server) {
        return written();
    }
}
