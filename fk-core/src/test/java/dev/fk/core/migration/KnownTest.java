package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.CallCounter;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a migration knows of the catalog without reading all of it for each call, it knows rightly. */
@OnPostgres
class KnownTest {
    private static final int FEW = 3;
    private static final int MORE = 13;

    private static void table(QueryInterface q, String name, String parent) {
        q.createTable(name, t -> t.column("id", bigInteger().primaryKey().autoIncrement())
                .column("name", string(100).notNull())
                .column("parent", bigInteger())
                .index(IndexSpec.on("name"))
                .constraint(foreignKey("parent").references(parent, "id")));
    }

    private static List<Migration> tables(int count) {
        return List.of(
                new Step("1-create", q -> {
                    for (int i = 0; i < count; i++) {
                        table(q, "t" + i, "t" + Math.max(0, i - 1));
                    }
                }),
                new Step("2-alter", q -> {
                    for (int i = 0; i < count; i++) {
                        q.addColumn("t" + i, "more", integer()).addIndex("t" + i, "more");
                    }
                }));
    }

    /** PostgreSQL: the statement and two about its savepoint. The family: three of the journal and, to alter, what was made. */
    @TestFactory
    Stream<DynamicTest> a_call_more_takes_as_many_statements_more_however_many_there_are(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("round trips", fresh -> {
                    int few = CallCounter.trips(
                            fresh.dataSource(), d -> Migrator.of(tables(FEW)).up(d));
                    Migrator.of(tables(FEW)).undoAll(Database.of(fresh.dataSource()));
                    int more = CallCounter.trips(
                            fresh.dataSource(), d -> Migrator.of(tables(MORE)).up(d));

                    double eachTable = (more - few) / (double) (MORE - FEW);
                    assertThat(eachTable).isLessThan(server.isTransactional() ? 6 : 18);
                }));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_refused_that_another_connection_has_made_possible(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("another connection", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE there (id INT)"));
                    AtomicInteger runs = new AtomicInteger();

                    Migrator.of(new Step("1-with-its-own", q -> {
                                q.sql("SELECT 1"); // what comes behind SQL is not foreseen before anything runs
                                q.createTable(
                                        "own", t -> t.column("id", integer().primaryKey()));
                                if (runs.incrementAndGet() == 2) {
                                    database.execute(new Sql("ALTER TABLE there ADD word INT"));
                                    database.execute(new Sql("CREATE TABLE late (id INT)"));
                                }
                                q.addIndex("there", "word");
                                q.bulkInsert("late", List.of(Map.of("id", 1)));
                                q.addColumn("late", "word", integer());
                            }))
                            .up(database);

                    assertThat(database.read()
                                    .schema()
                                    .table("late")
                                    .orElseThrow()
                                    .columnNames())
                            .containsExactly("id", "word");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_few_tables_are_read_as_all_are(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a few", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(tables(MORE)).up(database);
                    database.execute(
                            new Sql("CREATE TABLE odd_1 (a INT CHECK (a > 0), b INT DEFAULT 3, UNIQUE (a, b))"));
                    CanonicalSchema all = database.read();
                    List<QualifiedName> names =
                            List.copyOf(all.schema().tables().keySet());

                    for (int count : List.of(0, 1, 2, names.size() - 1)) {
                        Set<QualifiedName> wanted =
                                names.stream().skip(names.size() - count).collect(Collectors.toSet());
                        assertThat(database.read(wanted))
                                .isEqualTo(all.restrictedTo(
                                        all.schema().tables().values().stream()
                                                .filter(t -> wanted.contains(t.name()))
                                                .toList(),
                                        all.schema().enums().values()));
                    }
                    assertThat(database.read(Set.of(QualifiedName.of("absent"), QualifiedName.of("else", "t1")))
                                    .schema()
                                    .tables())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_sql_of_its_own_did_is_seen_by_the_next_call(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("own sql", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(new Step("1-own", q -> {
                                table(q, "a", "a");
                                q.sql("ALTER TABLE a ADD COLUMN x INT");
                                q.addIndex("a", "x");
                                assertThat(q.describeTable("a").column("x")).isPresent();
                                assertThat(q.showIndexes("a")).hasSizeGreaterThanOrEqualTo(2);
                                q.sql("DROP TABLE a");
                                q.createTable("a", t -> t.column("x", integer()));
                            }))
                            .up(database);
                    assertThat(database.read().schema().table("a").orElseThrow().columnNames())
                            .containsExactly("x");
                }));
    }

    @TestFactory
    Stream<DynamicTest> many_kinds_of_calls_are_taken_back_to_where_they_began(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("and back", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(tables(FEW)).up(database);
                    CanonicalSchema before = CallHandler.withoutOwn(database.read());
                    List<Migration> migrations = Stream.concat(
                                    tables(FEW).stream(), Stream.of(new Step("3-many", KnownTest::many)))
                            .toList();
                    Migrator.of(migrations).up(database);
                    CanonicalSchema after = CallHandler.withoutOwn(database.read());
                    for (int i = 0; i < 2; i++) {
                        Migrator.of(migrations).undo(database);
                        assertThat(Differ.diff(CallHandler.withoutOwn(database.read()), before))
                                .isEqualTo(ChangeSet.of());
                        Migrator.of(migrations).up(database);
                        assertThat(Differ.diff(CallHandler.withoutOwn(database.read()), after))
                                .isEqualTo(ChangeSet.of());
                    }
                }));
    }

    private static void many(QueryInterface q) {
        table(q, "new", "t1");
        q.addColumn("new", "mood", enumOf("good", "bad"));
        q.addColumn("t1", "mood", enumOf("good", "bad"));
        q.changeColumn("t2", "name", string(200).notNull());
        q.renameColumn("t0", "name", "title");
        q.addIndex("t0", "title");
        q.removeColumn("t2", "more");
        q.renameTable("t2", "t9");
        q.createTable("of9", t -> t.column("id", bigInteger().references("t9", "id")));
        q.removeConstraint("of9", Constraints.foreignKeyOn("id"));
        q.transaction(inside -> inside.insert("of9", Map.of("id", 1)).addColumn("of9", "n", integer()));
        q.dropTable("of9");
        q.changeComment("t1", "the first");
        q.addConstraint("t1", Constraints.unique("name").named("once"));
        q.removeConstraint("t1", "once");
    }

    /** What the migration did to a table of the other view is no secret to this one. */
    @TestFactory
    Stream<DynamicTest> tables_of_another_schema_are_known_under_both_names(PostgresServer postgres) {
        return EachServer.all(postgres)
                .filter(EachServer::isTransactional)
                .map(server -> server.test("views", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE SCHEMA audit"));
                    Database both = database.withScope(CatalogScope.with("audit"));
                    CanonicalSchema before = both.read();
                    Migrator migrator = Migrator.of(new Step("1-both", q -> {
                        table(q, "a", "a");
                        q.inSchema("audit").createTable("log", t -> t.column("id", integer()));
                        q.addColumn("a", "b", integer());
                        q.inSchema("audit").addColumn("log", "b", integer()).addIndex("log", "b");
                        q.addIndex("a", "b");
                    }));
                    migrator.up(both);
                    migrator.undo(both);
                    assertThat(CallHandler.withoutOwn(both.read())).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_call_that_is_refused_and_caught_leaves_the_rest_as_it_is(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("caught", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator migrator = Migrator.of(new Step("1-caught", q -> {
                        table(q, "a", "a");
                        q.addColumn("a", "n", integer());
                        q.bulkInsert("a", List.of(Map.of("name", "x"), Map.of("name", "x")));
                        try {
                            q.addConstraint("a", Constraints.unique("name"));
                        } catch (DirtyDataException twice) {
                            q.addConstraint("a", Constraints.unique("id", "name"));
                        }
                        q.addIndex("a", "n");
                    }));
                    migrator.up(database);
                    migrator.undo(database);
                    assertThat(CallHandler.withoutOwn(database.read()).schema().tables())
                            .isEmpty();
                }));
    }
}
