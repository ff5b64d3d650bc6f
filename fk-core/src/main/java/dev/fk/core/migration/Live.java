package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every call runs at once, on what the catalog says at that moment; in a migration, on what it said when it was last read and
 * what the calls since have made of it.
 */
record Live(Database database, Journal journal, Known known) implements CallHandler {
    @Override
    public void call(Call call) {
        Prepared prepared = asOfNow(() -> {
            Prepared asKnown = asKnown(call);
            asKnown.refuseProblems();
            return asKnown;
        });
        Plan plan = unobstructed(prepared);
        database.data().refuseDirty(plan);
        Undo undo = new Undo(
                database, prepared.changes(), prepared.before(), journal.belongings(database, prepared.changes()));
        int number = journal.begins(plan, undo, prepared.reach());
        try {
            database.run(plan);
        } catch (StatementFailedException failed) {
            remember(number, plan, undo, failed);
            throw failed;
        }
        if (known.isKept()) {
            ran(number, prepared, undo);
        }
    }

    private void ran(int number, Prepared prepared, Undo undo) {
        if (prepared.reach().isEmpty()) {
            known.forget();
            journal.ends(number, undo, known.all(database));
            return;
        }
        Set<QualifiedName> changed = prepared.reach().get();
        if (prepared.isOneNewTable()) {
            journal.ends(number, undo, prepared.after());
            known.changed(database, changed, prepared.after(), (before, after) -> {});
            return;
        }
        known.changed(
                database,
                changed,
                prepared.after(),
                (before, after) -> journal.ends(number, undo.withBefore(before), after));
        if (!database.hasTransactionalDdl()) {
            known.settle(database);
        }
    }

    /** Where DDL is transactional the call is rolled back, or all of the migration; elsewhere part of it may have run. */
    private void remember(int number, Plan plan, Undo undo, StatementFailedException failed) {
        if (plan.transactional()) {
            known.doubt();
            return;
        }
        known.forget();
        if (!known.isKept()) {
            return;
        }
        try {
            journal.ends(number, undo, database.read());
        } catch (IllegalStateException connectionLost) {
            failed.addSuppressed(connectionLost);
        }
    }

    @Override
    public void sql(String statement) {
        Sql sql = new Sql(statement);
        known.settle(database);
        known.forget();
        journal.begins(sql);
        journal.flush(); // it may be COMMIT
        database.execute(sql);
        journal.endsSql(sql);
    }

    @Override
    public void data(DataCall call) {
        asOfNow(() -> {
            Schema schema = known.with(database, List.of()).schema();
            call.refuseUnknown(schema);
            return schema;
        });
        RowRules rules = database.dialect().rowRules(database.server());
        Sql sql = call.sql(rules);
        journal.begins(sql);
        database.execute(sql);
        journal.endsData(sql, call.table(), call.opposite().map(o -> o.sql(rules)));
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql) {
        known.doubt(); // it may call a function that changes something
        return database.query(new Sql(sql));
    }

    @Override
    public Set<QualifiedName> tables() {
        return CallHandler.withoutOwn(known.all(database)).schema().tables().keySet();
    }

    @Override
    public Table table(QualifiedName name) {
        return asOfNow(() -> Lookup.table(known.with(database, List.of(name)).schema(), name));
    }

    @Override
    public QualifiedName asSpelt(QualifiedName table) {
        return Lookup.asSpelt(
                table, database, () -> known.with(database, List.of()).schema());
    }

    @Override
    public void transaction(Consumer<CallHandler> body) {
        int begin = journal.size();
        known.settle(database);
        known.forget();
        try {
            database.inTransaction(inside -> {
                body.accept(new Live(inside, journal, known));
                known.settle(inside);
            });
            known.forget();
        } catch (RuntimeException failed) {
            known.forget();
            journal.rolledBack(begin);
            throw failed;
        }
    }

    /** What is refused is refused for what there is now: the migration may have connections of its own. */
    private <T> T asOfNow(Supplier<T> asKnown) {
        try {
            return asKnown.get();
        } catch (MigrationException | PreflightException refused) {
            if (!known.isKept()) {
                throw refused;
            }
            known.settle(database);
            known.forget();
            return asKnown.get();
        }
    }

    private Prepared asKnown(Call call) {
        Prepared prepared = prepared(call, known.with(database, call.tables()));
        return known.isSure() || prepared.reach().map(known::isSure).orElse(false)
                ? prepared
                : prepared(call, known.all(database));
    }

    private Prepared prepared(Call call, CanonicalSchema before) {
        ChangeSet asked = call.operation().apply(new Operations(before, database::canonical, database::usersOf));
        ChangeSet changes =
                MadeIndexes.concern(asked) ? journal.madeIndexes(database).giveWay(asked, before) : asked;
        return Prepared.of(call, database, before, changes);
    }

    private Plan unobstructed(Prepared prepared) {
        Plan plan = database.planner()
                .obstructed(prepared.plan(), prepared.changes(), prepared.before(), () -> known.objects(database));
        if (!plan.problems().isEmpty()) {
            throw new PreflightException(plan.problems());
        }
        return plan;
    }

    /** What is known of how the calls are taken back is written down. */
    void finish() {
        known.settle(database);
        journal.end();
    }

    @Override
    public boolean isDefault(String schema) {
        return database.server().defaultSchema().equals(schema);
    }

    @Override
    public CallHandler with(String schema) {
        return new Live(database.withScope(database.scope().and(schema)), journal, known);
    }

    @Override
    public void takeBack() {
        known.settle(database);
        known.forget();
        journal.takeBack(database);
    }
}
