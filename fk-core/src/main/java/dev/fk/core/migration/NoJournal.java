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

/** Calls that belong to no migration are not remembered. */
enum NoJournal implements Journal {
    INSTANCE;

    @Override
    public int begins(Plan plan, Undo undo, Optional<Set<QualifiedName>> reach) {
        return 0;
    }

    @Override
    public void ends(int call, Undo undo, CanonicalSchema after) {}

    @Override
    public void flush() {}

    @Override
    public void end() {}

    @Override
    public MadeIndexes madeIndexes(Database database) {
        return new MadeIndexes(database, Set.of());
    }

    @Override
    public List<Belonging> belongings(Database database, ChangeSet changes) {
        return List.of();
    }

    @Override
    public void begins(Sql sql) {}

    @Override
    public void endsSql(Sql sql) {}

    @Override
    public int size() {
        return 0;
    }

    @Override
    public void rolledBack(int begin) {}

    @Override
    public void takeBack(Database database) {
        throw new MigrationException(
                "Nothing is known of what this migration did: down(QueryInterface) was called by"
                        + " itself. Use Migrator.undo(database), which finds it in the history, or write down(QueryInterface).");
    }

    @Override
    public void endsData(Sql sql, QualifiedName table, Optional<Sql> opposite) {}
}
