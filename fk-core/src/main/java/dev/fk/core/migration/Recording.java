package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.PatchException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries the calls of a migration on a schema as a value, the shadow; nothing runs. */
final class Recording implements CallHandler {
    private final String id;
    private final Database database;
    private final CanonicalSchema snapshot;
    private final List<Change> earlier;
    private final MadeIndexes made;
    private final List<Recorded> calls = new ArrayList<>();
    private CanonicalSchema shadow;
    private Optional<String> end = Optional.empty();
    private Optional<MissingTable> missing = Optional.empty();

    /** A call and the schema it met; one that changes rows is SQL. */
    record Recorded(CanonicalSchema before, ChangeSet changes, List<Problem> problems, Optional<String> data) {
        /** What it does, a line each. */
        Stream<String> describe() {
            return Stream.concat(changes.changes().stream().map(Change::describe), data.stream());
        }
    }

    /** The migration asks for what is not there, so that trying it ended. */
    record MissingTable(QualifiedName table, boolean isMissing, String message) {}

    private Recording(
            String id, MadeIndexes made, CanonicalSchema snapshot, CanonicalSchema shadow, List<Change> earlier) {
        this.id = id;
        this.database = made.database();
        this.made = made;
        this.snapshot = snapshot;
        this.shadow = shadow;
        this.earlier = earlier;
    }

    /**
     * @param snapshot the schema as it is
     * @param shadow what it will be when the migrations before this one have run
     * @param earlier what those change
     */
    static Recording of(
            Migration migration,
            MadeIndexes made,
            CanonicalSchema snapshot,
            CanonicalSchema shadow,
            List<Change> earlier) {
        Recording recording = new Recording(migration.id(), made, snapshot, shadow, earlier);
        try {
            migration.up(QueryInterface.of(recording));
        } catch (ShadowEndedException e) {
            recording.end = Optional.of(String.valueOf(e.getMessage()));
        } catch (MigrationException | PatchException e) {
            if (recording.missing.isEmpty()) {
                throw e;
            }
        }
        return recording;
    }

    String id() {
        return id;
    }

    Stream<Change> changes() {
        return calls.stream().flatMap(c -> c.changes().changes().stream());
    }

    List<Recorded> calls() {
        return calls;
    }

    CanonicalSchema shadow() {
        return shadow;
    }

    /** Why it is not known what it does from some call on; empty if all is known. */
    Optional<String> end() {
        return end;
    }

    Optional<MissingTable> missing() {
        return missing;
    }

    boolean creates(QualifiedName table) {
        return calls.stream()
                .flatMap(c -> c.changes().ofType(Change.CreateTable.class).stream())
                .anyMatch(c -> c.table().equals(table));
    }

    /** The foreign keys it adds, of tables and to tables that are there or not. */
    Stream<Change.AddForeignKey> foreignKeys() {
        return calls.stream().flatMap(c -> c.changes().changes().stream()).flatMap(Recording::foreignKeys);
    }

    private static Stream<Change.AddForeignKey> foreignKeys(Change change) {
        if (change instanceof Change.CreateTable create) {
            List<ForeignKey> keys = create.definition().foreignKeys();
            return keys.stream().map(k -> new Change.AddForeignKey(create.table(), k));
        }
        return change instanceof Change.AddForeignKey add ? Stream.of(add) : Stream.empty();
    }

    @Override
    public void call(Call call) {
        try {
            ChangeSet asked = call.operation().apply(new Operations(shadow, database::canonical, database::usersOf));
            ChangeSet changes = made.giveWay(asked, shadow);
            CallCheck check = new CallCheck(database);
            CanonicalSchema after = check.after(shadow, changes);
            List<Problem> problems = new ArrayList<>(check.problems(call.tables(), shadow, changes, after));
            if (problems.isEmpty()) {
                problems.addAll(obstructions(changes));
                problems.addAll(newLabels().problems(changes.changes()));
            }
            calls.add(new Recorded(shadow, changes, problems, Optional.empty()));
            shadow = after;
        } catch (MigrationException | PatchException e) {
            String message = String.valueOf(e.getMessage());
            Optional<QualifiedName> absent = call.tables().stream()
                    .filter(t -> shadow.schema().table(t).isEmpty() && message.contains(t.toString()))
                    .findFirst();
            QualifiedName table =
                    absent.orElseGet(() -> call.tables().iterator().next());
            missing = Optional.of(new MissingTable(table, absent.isPresent(), message));
            throw e;
        }
    }

    private NewLabels newLabels() {
        return new NewLabels(database, earlier, changes().toList());
    }

    /** Views and the like are those that are there now; who drops them by SQL of its own ends the trial. */
    private List<Problem> obstructions(ChangeSet changes) {
        return database.planner()
                .obstructions(
                        changes,
                        shadow,
                        Stream.concat(earlier.stream(), changes()).toList());
    }

    @Override
    public void sql(String statement) {
        throw new ShadowEndedException("it runs SQL of its own, " + statement);
    }

    @Override
    public void data(DataCall call) {
        try {
            call.refuseUnknown(shadow.schema());
        } catch (MigrationException e) {
            boolean isMissing = shadow.schema().table(call.table()).isEmpty();
            missing = Optional.of(new MissingTable(call.table(), isMissing, String.valueOf(e.getMessage())));
            throw e;
        }
        String sql = call.sql(database.dialect().rowRules(database.server())).text();
        List<Problem> problems = newLabels().problems(call, Lookup.table(shadow.schema(), call.table()));
        calls.add(new Recorded(shadow, ChangeSet.of(), problems, Optional.of(sql)));
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql) {
        throw new ShadowEndedException("it reads rows with " + sql);
    }

    @Override
    public Set<QualifiedName> tables() {
        return shadow.schema().tables().keySet();
    }

    /** Of a table that only the shadow has, the names that the server will give are not known. */
    @Override
    public Table table(QualifiedName name) {
        Table table = Lookup.table(shadow.schema(), name);
        if (!snapshot.schema().table(name).equals(Optional.of(table))) {
            throw new ShadowEndedException("it reads table " + name + ", which is not there yet as it will be then");
        }
        return table;
    }

    @Override
    public QualifiedName asSpelt(QualifiedName table) {
        return Lookup.asSpelt(table, database, shadow::schema);
    }

    @Override
    public void transaction(Consumer<CallHandler> body) {
        body.accept(this);
    }

    @Override
    public boolean isDefault(String schema) {
        return database.server().defaultSchema().equals(schema);
    }

    @Override
    public CallHandler with(String schema) {
        throw new ShadowEndedException("it works in schema " + schema);
    }

    @Override
    public void takeBack() {
        throw new IllegalStateException(
                id + ": up(QueryInterface) calls down(QueryInterface), which undoes up. Write in"
                        + " up what the migration does.");
    }
}
