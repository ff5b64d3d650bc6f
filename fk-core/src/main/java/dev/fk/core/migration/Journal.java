package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hears what calls are about to do and how it is taken back. */
interface Journal {
    /**
     * A call whose statements these are.
     *
     * @param reach the tables that it may change; empty if that cannot be said
     * @return its number
     */
    int begins(Plan plan, Undo undo, Optional<Set<QualifiedName>> reach);

    /**
     * All of the call ran, or as much of it as the server took.
     *
     * @param after the catalog then
     */
    void ends(int call, Undo undo, CanonicalSchema after);

    /** What is known of the indexes that the server made. */
    MadeIndexes madeIndexes(Database database);

    /** What belongs to the tables of a call that is about to run, if it is to come back with them. */
    List<Belonging> belongings(Database database, ChangeSet changes);

    /** SQL that fk does not look into. */
    void begins(Sql sql);

    void endsSql(Sql sql);

    /** What changed rows of this table, and what takes that back, if it is known. */
    void endsData(Sql sql, QualifiedName table, Optional<Sql> opposite);

    /** How many statements it has heard of. */
    int size();

    /** A transaction that began after so many statements was rolled back, as far as the server can. */
    void rolledBack(int begin);

    void takeBack(Database database);

    /** Writes down what it has heard and not written yet. */
    void flush();

    /** The migration has come to its end; what was done need not be known any longer, only how it is taken back. */
    void end();

    /** For calls that belong to no migration. */
    static Journal none() {
        return NoJournal.INSTANCE;
    }
}
