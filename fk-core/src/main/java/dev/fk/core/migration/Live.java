package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.database.LivePlanner;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every call runs at once, on what the catalog says at that moment. */
record Live(Database database, Journal journal) implements CallHandler {
    @Override
    public void call(Call call) {
        CanonicalSchema before = database.read();
        ChangeSet asked = asked(call, before);
        ChangeSet changes =
                MadeIndexes.concern(asked) ? journal.madeIndexes(database).giveWay(asked, before) : asked;
        CallCheck check = new CallCheck(database);
        List<Problem> problems = check.problems(call.tables(), before, changes, check.after(before, changes));
        if (!problems.isEmpty()) {
            throw new PreflightException(problems);
        }
        Plan plan = unobstructed(changes, before);
        database.data().refuseDirty(plan);
        Undo undo = new Undo(database, changes, before, journal.belongings(database, changes));
        journal.begins(plan, undo);
        try {
            database.run(plan);
        } catch (StatementFailedException failed) {
            remember(plan, undo, failed);
            throw failed;
        }
        journal.ends(undo);
    }

    private void remember(Plan plan, Undo undo, StatementFailedException failed) {
        if (plan.transactional()) {
            return;
        }
        try {
            journal.ends(undo);
        } catch (IllegalStateException connectionLost) {
            failed.addSuppressed(connectionLost);
        }
    }

    @Override
    public void sql(String statement) {
        Sql sql = new Sql(statement);
        journal.begins(sql);
        database.execute(sql);
        journal.endsSql(sql);
    }

    @Override
    public void data(DataCall call) {
        call.refuseUnknown(database.read().schema());
        RowRules rules = database.dialect().rowRules(database.server());
        Sql sql = call.sql(rules);
        journal.begins(sql);
        database.execute(sql);
        journal.endsData(sql, call.table(), call.opposite().map(o -> o.sql(rules)));
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql) {
        return database.query(new Sql(sql));
    }

    @Override
    public Set<QualifiedName> tables() {
        return CallHandler.withoutOwn(database.read()).schema().tables().keySet();
    }

    @Override
    public Table table(QualifiedName name) {
        return Lookup.table(database.read().schema(), name);
    }

    @Override
    public QualifiedName asSpelt(QualifiedName table) {
        return Lookup.asSpelt(table, database, () -> database.read().schema());
    }

    @Override
    public void transaction(Consumer<CallHandler> body) {
        int begin = journal.size();
        try {
            database.inTransaction(inside -> body.accept(new Live(inside, journal)));
        } catch (RuntimeException failed) {
            journal.rolledBack(begin);
            throw failed;
        }
    }

    private ChangeSet asked(Call call, CanonicalSchema before) {
        return call.operation().apply(new Operations(before, database::canonical, database::usersOf));
    }

    private Plan unobstructed(ChangeSet changes, CanonicalSchema before) {
        LivePlanner planner = database.planner();
        Plan plan = planner.obstructed(planner.plan(changes, before), changes, before);
        if (!plan.problems().isEmpty()) {
            throw new PreflightException(plan.problems());
        }
        return plan;
    }

    @Override
    public boolean isDefault(String schema) {
        return database.server().defaultSchema().equals(schema);
    }

    @Override
    public CallHandler with(String schema) {
        return new Live(database.withScope(database.scope().and(schema)), journal);
    }

    @Override
    public void takeBack() {
        journal.takeBack(database);
    }
}
