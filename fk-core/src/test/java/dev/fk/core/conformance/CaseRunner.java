package dev.fk.core.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.database.Database;
import dev.fk.core.database.ExecutedStatement;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.ModelException;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Sync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs the steps of a case against a database; like Sequelize's runner it goes on after a step that failed. */
final class CaseRunner {
    private final Case theCase;
    private final Database database;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> beforehand = new ArrayList<>();
    private final List<RuntimeException> crashes = new ArrayList<>();
    private final List<ExecutedStatement> executed = new ArrayList<>();
    private final Map<String, Models> models = new HashMap<>();
    private Optional<Models> lastSynced = Optional.empty();
    private Optional<Boolean> reached = Optional.empty();

    CaseRunner(Case theCase, Database database) {
        this.theCase = theCase;
        this.database = database.listening(executed::add);
    }

    /** What was refused on the way, one text per step. */
    List<String> refusals() {
        return refusals;
    }

    CanonicalSchema run() {
        for (JsonNode step : theCase.steps()) {
            attempt(() -> step(step, database));
        }
        return database.read();
    }

    /** The statements that a second alter of the models synced last would run. */
    List<ExecutedStatement> alterAgain() {
        lastSynced.ifPresent(last -> attempt(() -> alter().run(last, database)));
        executed.clear();
        lastSynced.ifPresent(last -> attempt(() -> alter().run(last, database)));
        return List.copyOf(executed);
    }

    /** Whether the case ended with an alter, and in the catalog that creating the same models from scratch gives. */
    boolean endsInWhatTheModelSays(CanonicalSchema catalog, Supplier<Database> fresh) {
        if (reached.isEmpty()) {
            reached = Optional.of(isAsCreated(catalog, fresh));
        }
        return reached.get();
    }

    private boolean isAsCreated(CanonicalSchema catalog, Supplier<Database> fresh) {
        if (lastSynced.isEmpty() || !theCase.endsWithAlter()) {
            return false;
        }
        Models declared = lastSynced.get();
        if (declared.schema().tables().keySet().stream()
                .anyMatch(t -> t.schema().isPresent())) {
            return alter().plan(declared, database).isEmpty(); // elsewhere than in the database that is fresh
        }
        Database other = fresh.get();
        Sync.create().run(declared, other);
        CanonicalSchema created = other.read();
        Schema unnamed = created.schema().mapTables(CaseRunner::unnamed);
        Set<QualifiedName> tables = created.schema().tables().keySet();
        CanonicalSchema altered = catalog.restrictedTo(
                catalog.schema().tables().values().stream()
                        .filter(t -> tables.contains(t.name()))
                        .toList(),
                catalog.schema().enums().values());
        return Differ.diff(altered, new CanonicalSchema(unnamed, created.dialect()))
                .isEmpty();
    }

    /** Without the names that a server gave: those of unnamed keys, and of indexes that came with a foreign key. */
    private static Table unnamed(Table table) {
        Set<List<String>> referencing =
                table.foreignKeys().stream().map(ForeignKey::columns).collect(Collectors.toSet());
        return table.withForeignKeys(table.foreignKeys().stream()
                        .map(k -> k.withName(Optional.empty()))
                        .toList())
                .withUniqueKeys(table.uniqueKeys().stream()
                        .map(k -> k.withName(Optional.empty()))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(i -> referencing.contains(i.leadingColumns()) ? i.withName(Optional.empty()) : i)
                        .toList());
    }

    private static Sync alter() {
        return Sync.alter().allowing(Risk.DESTRUCTIVE);
    }

    /** A text with which a declaration or a plan was refused before any statement of it ran. */
    Optional<String> refusedBeforehand() {
        return beforehand.stream().findFirst();
    }

    /** A refusal says why; whatever else is thrown is a defect and must not be taken for one. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (ModelException | PreflightException | CannotBeWritten e) {
            refusals.add(String.valueOf(e.getMessage()));
            beforehand.add(String.valueOf(e.getMessage()));
        } catch (IllegalStateException | IllegalArgumentException e) {
            refusals.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            crashes.add(e);
        }
    }

    List<RuntimeException> crashes() {
        return crashes;
    }

    private void step(JsonNode step, Database db) {
        switch (step.path("op").asText()) {
            case "sync" -> sync(step, db, sync(step.path("options")));
            case "syncModel" ->
                sync(
                        step,
                        db,
                        sync(step.path("options")).only(step.path("model").asText()));
            case "drop" -> drop(step, db);
            case "resolve" -> resolve(step);
            case "sql" -> db.execute(new Sql(sql(step.path("sql"))));
            case "createSchema" ->
                db.execute(new Sql(
                        "CREATE SCHEMA IF NOT EXISTS " + step.path("name").asText()));
            case "transaction" -> transaction(step, db);
            default -> new CaseMigration(QueryInterface.of(db)).step(step);
        }
    }

    private String sql(JsonNode sql) {
        return sql.isTextual() ? sql.asText() : sql.path(theCase.dialect()).asText();
    }

    private void sync(JsonNode step, Database db, Sync sync) {
        Models wanted = resolve(step);
        lastSynced = Optional.of(wanted);
        sync.run(wanted, db);
    }

    private static Sync sync(JsonNode options) {
        if (options.path("force").asBoolean()) {
            return Sync.force();
        }
        if (options.path("alter").isObject()) {
            return Sync.alter().withoutDrops();
        }
        return options.path("alter").asBoolean() ? alter() : Sync.create();
    }

    private Models resolve(JsonNode step) {
        JsonNode schema =
                theCase.definition().path("schemas").path(step.path("schema").asText());
        return models.computeIfAbsent(
                step.path("schema").asText(),
                v -> CaseModels.of(schema, theCase.definition().path("sequelizeOptions")));
    }

    private void drop(JsonNode step, Database db) {
        CanonicalSchema live = db.read();
        List<Change> drops = new ArrayList<>();
        for (QualifiedName name : resolve(step).schema().tables().keySet()) {
            live.schema().table(name).map(Change.DropTable::new).ifPresent(drops::add);
        }
        live.schema().enums().values().stream()
                .filter(e -> drops.stream()
                        .map(d -> (Change.DropTable) d)
                        .map(Change.DropTable::definition)
                        .anyMatch(t -> uses(t, e.name())))
                .map(Change.DropEnum::new)
                .toList()
                .forEach(drops::add);
        db.run(db.plan(new ChangeSet(drops), live));
    }

    private static boolean uses(Table table, QualifiedName type) {
        return table.columns().stream().anyMatch(c -> c.type().describe().startsWith(type.toString()));
    }

    private void transaction(JsonNode step, Database db) {
        db.inTransaction(inside -> {
            step.path("steps").forEach(s -> step(s, inside));
            if (step.path("outcome").asText().equals("rollback")) {
                throw new IllegalStateException("rolled back, as the case wants it");
            }
        });
    }
}
