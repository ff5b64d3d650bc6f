package dev.fk.core.probe;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds out what foreign keys really do, with rows that it inserts for it: a row that references and the one it references,
 * and what these need. Values come from the types, checks, keys and enums of the tables; the server says which satisfy the
 * checks. All of it happens in a transaction that is rolled back, or behind a savepoint of one that is open; numbers that
 * cannot be given back are told. Where a rollback would not undo everything, nothing is done. Immutable.
 */
@API(status = Status.EXPERIMENTAL)
public final class Prober {
    private final Database database;
    private final CanonicalSchema catalog;
    private final Map<QualifiedName, Map<String, String>> given;
    private final boolean copying;

    private Prober(
            Database database,
            CanonicalSchema catalog,
            Map<QualifiedName, Map<String, String>> given,
            boolean copying) {
        this.database = database;
        this.catalog = catalog;
        this.given = given;
        this.copying = copying;
    }

    /** Reads the catalog. */
    public static Prober of(Database database) {
        return of(database, database.read());
    }

    /** With a catalog that has been read already. */
    public static Prober of(Database database, CanonicalSchema catalog) {
        return new Prober(database, catalog, Map.of(), false);
    }

    /** With these values in each probe row of a table, as SQL: {@code 'text'}, {@code 1}, {@code NULL}. */
    public Prober withRow(QualifiedName table, Map<String, String> values) {
        Map<QualifiedName, Map<String, String>> more = new LinkedHashMap<>(given);
        more.put(table, Map.copyOf(values));
        return new Prober(database, catalog, more, copying);
    }

    /**
     * On copies of the tables without their rows and triggers, in a place of their own on the server. It shows what the server
     * makes of the foreign key as the catalog has it, but not what else is done to it where it is: a disabled trigger, for
     * example.
     */
    public Prober onCopy() {
        return new Prober(database, catalog, given, true);
    }

    /**
     * Whether the foreign key refuses a row that references nothing.
     *
     * @throws ProbeException if that cannot be seen; it says why
     */
    public Enforced enforced(QualifiedName table, ForeignKey key) {
        return probe(table, key, Experiment::enforced);
    }

    /**
     * What becomes of a row when the row it references is deleted.
     *
     * @throws ProbeException if that cannot be seen; it says why
     */
    public Observation deleting(QualifiedName table, ForeignKey key) {
        return probe(table, key, Experiment::deleting);
    }

    /**
     * What becomes of a row when the key that it references is updated.
     *
     * @throws ProbeException if that cannot be seen; it says why
     */
    public Observation updating(QualifiedName table, ForeignKey key) {
        return probe(table, key, Experiment::updating);
    }

    private interface Probe<T> {
        T of(Experiment experiment) throws SQLException;
    }

    private <T> T probe(QualifiedName table, ForeignKey key, Probe<T> probe) {
        CanonicalSchema whole = inView(table);
        if (!copying) {
            return probe(database, whole.schema(), table, key, given, probe);
        }
        CanonicalSchema part = whole.restrictedTo(
                Reach.of(whole.schema(), existing(whole.schema(), table)).values(),
                whole.schema().enums().values());
        Copies copies = Copies.of(part);
        return inCopy(
                copies.toMake(),
                scratch -> probe(scratch, copies.schema(), copies.of(table), copies.of(key), copies.of(given), probe));
    }

    private <T> T inCopy(CanonicalSchema part, Function<Database, T> body) {
        return database.inScratch(scratch -> {
            CanonicalSchema empty = scratch.read();
            scratch.run(scratch.plan(Differ.diff(empty, part), empty));
            return body.apply(scratch);
        });
    }

    private static <T> T probe(
            Database where,
            Schema schema,
            QualifiedName name,
            ForeignKey key,
            Map<QualifiedName, Map<String, String>> given,
            Probe<T> probe) {
        Table table = existing(schema, name);
        try (Connection connection = where.dataSource().getConnection();
                Stage stage = Stage.on(connection, Courtesy.of(where))) {
            where.dialect().probeRules(where.server()).checkAtOnce().ifPresent(sql -> run(stage, sql.text()));
            Situation situation = Situation.of(where, schema, table, connection);
            return probe.of(new Experiment(situation, stage, where, table, key, given));
        } catch (SQLException e) {
            throw where.inquiry().explained("Cannot try out the foreign key " + key.key() + " of " + name, e);
        }
    }

    private static void run(Stage stage, String sql) {
        try {
            stage.run(sql);
        } catch (SQLException e) {
            throw new DatabaseException("Cannot execute " + sql, e);
        }
    }

    private static Table existing(Schema schema, QualifiedName name) {
        return schema.table(name)
                .orElseThrow(() -> new ProbeException("No probe row: there is no table " + name + "."));
    }

    /** With the schemas in which the tables are that the rows may have to reference. */
    private CanonicalSchema inView(QualifiedName table) {
        CanonicalSchema seen = catalog;
        CatalogScope scope = database.scope();
        while (true) {
            CatalogScope more = scope;
            for (Table one :
                    Reach.of(seen.schema(), existing(seen.schema(), table)).values()) {
                for (ForeignKey key : one.foreignKeys()) {
                    boolean missing = seen.schema().table(key.referencedTable()).isEmpty();
                    if (missing && key.referencedTable().schema().isPresent()) {
                        more = more.and(key.referencedTable().schema().get());
                    }
                }
            }
            if (more.equals(scope)) {
                return seen;
            }
            scope = more;
            seen = database.withScope(scope).read();
        }
    }
}
