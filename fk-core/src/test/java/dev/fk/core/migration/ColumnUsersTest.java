package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.EachServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is written with a column keeps the MySQL family from dropping it, and MySQL from renaming it. */
@Tag("thorough")
class ColumnUsersTest {
    private static final String TABLE =
            "(id int PRIMARY KEY, a int, b int, c int, d int, said varchar(20) DEFAULT '`c`',"
                    + " g int GENERATED ALWAYS AS (a + 1) STORED, e int DEFAULT (b + 1), CHECK (c > 0),"
                    + " CONSTRAINT order_of_both CHECK (d > c))";

    /** Columns that are called as partitions, functions and words are, too. */
    private static final List<String> PARTITIONED = List.of(
            "(id int, d date, p0 int, pm int, year int, history int) PARTITION BY RANGE (year(d)) SUBPARTITION BY HASH (`p0` + 1)"
                    + " SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (2000), PARTITION pm VALUES LESS THAN MAXVALUE)",
            "(`order` int, `Key` varchar(20), `columns` int, d int) PARTITION BY LIST COLUMNS (`Key`) (PARTITION d VALUES IN"
                    + " ('d', 'columns'))",
            "(id int PRIMARY KEY, n int) PARTITION BY KEY () PARTITIONS 2",
            "(id int PRIMARY KEY, hash int, partitions int) PARTITION BY HASH (id) PARTITIONS 3",
            "(id int, `a'b` int, `c\"d` int, `g'h` int, CHECK (`a'b` > 0 AND `c\"d` <> 'g''h'))",
            "(id int, `größe, (` int, größe int) PARTITION BY LINEAR KEY (`größe, (`) PARTITIONS 2");

    private static final String PERIOD =
            "(id int, arrival date, departure date, guests int, PERIOD FOR stay (arrival, departure),"
                    + " PRIMARY KEY (id, stay WITHOUT OVERLAPS), UNIQUE (guests, stay WITHOUT OVERLAPS))";

    private static Database with(EachServer.FreshDatabase fresh) {
        Database database = Database.of(fresh.dataSource());
        database.execute(new Sql("CREATE TABLE t " + TABLE));
        if (database.server().product().equals("MySQL")) {
            database.execute(new Sql("CREATE INDEX computed ON t ((d + 1))"));
        }
        return database;
    }

    private static boolean refuses(Database database, String clause) {
        database.execute(new Sql("CREATE TABLE asked LIKE t"));
        boolean refused = catchThrowable(() -> database.execute(new Sql("ALTER TABLE asked " + clause))) != null;
        database.execute(new Sql("DROP TABLE asked"));
        return refused;
    }

    @TestFactory
    Stream<DynamicTest> are_found_before_any_statement_exactly_where_the_server_minds() {
        return EachServer.family()
                .map(server -> server.test("each column", fresh -> {
                    eachColumn(with(fresh));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_table_keeps_its_last_column_unless_another_comes() {
        Migrator last = Migrator.of(
                new Step("1", q -> q.createTable("other", t -> t.column("id", integer()))),
                new Step("2", q -> q.removeColumn("t", "a")));
        Migrator another = Migrator.of(new Step(
                "1",
                q -> q.together(t -> {
                    t.removeColumn("t", "a");
                    t.addColumn("t", "b", integer());
                })));
        return EachServer.family()
                .map(server -> server.test("last column", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE t (a int)"));

                    assertThatThrownBy(() -> last.up(database))
                            .isInstanceOf(MigrationProblemsException.class)
                            .hasMessageContaining("2: t would have no column, which ");
                    another.up(database);
                    assertThat(database.read().schema().table("t").orElseThrow().columnNames())
                            .containsExactly("b");
                }));
    }

    @TestFactory
    Stream<DynamicTest> are_found_in_partitions_and_periods() {
        return EachServer.family()
                .map(server -> server.test("each column", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    for (String table : PARTITIONED) {
                        database.execute(new Sql("CREATE TABLE t " + table));
                        eachColumn(database);
                        database.execute(new Sql("DROP TABLE t"));
                    }
                    if (database.server().product().equals("MariaDB")) {
                        database.execute(new Sql("CREATE TABLE t " + PERIOD));
                        eachColumn(database);
                    }
                }));
    }

    private static void eachColumn(Database database) {
        for (String column : database.read().schema().table("t").orElseThrow().columnNames()) {
            CanonicalSchema before = CallHandler.withoutOwn(database.read());
            boolean keeps = refuses(database, "DROP COLUMN `" + column + "`");
            boolean names = refuses(database, "RENAME COLUMN `" + column + "` TO other");
            Migrator drops = Migrator.of(
                    new Step("1", q -> q.addColumn("t", "more", integer()).removeColumn("t", column)));
            Migrator renames = Migrator.of(
                    new Step("1", q -> q.addColumn("t", "more", integer()).renameColumn("t", column, "other")));

            assertThat(isRefused(drops, database)).as("dropping " + column).isEqualTo(keeps);
            assertThat(isRefused(renames, database)).as("renaming " + column).isEqualTo(names);
            assertThat(CallHandler.withoutOwn(database.read())).isEqualTo(before);
        }
    }

    private static boolean isRefused(Migrator migrator, Database database) {
        Throwable refused = catchThrowable(() -> migrator.up(database));
        if (refused == null) {
            migrator.undo(database);
            return false;
        }
        assertThat(refused).isInstanceOf(MigrationProblemsException.class).hasMessageContaining("[FK229]");
        return true;
    }

    @TestFactory
    Stream<DynamicTest> are_named_and_what_is_proposed_works() {
        return EachServer.family()
                .map(server -> server.test("remedy", fresh -> {
                    Database database = with(fresh);
                    assertThatThrownBy(() -> QueryInterface.of(database).removeColumn("t", "a"))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("t.a would go, but column g is written with it."
                                    + " Remove it first, or write it without a. [FK229]");
                    QueryInterface.of(database)
                            .together(q -> q.removeColumn("t", "g").removeColumn("t", "a"));
                    if (server.toString().startsWith("mysql:9")) {
                        assertThatThrownBy(() -> QueryInterface.of(database).renameColumn("t", "c", "x"))
                                .hasMessageContaining("t.c would get another name, which MySQL refuses while check"
                                        + " order_of_both, check t_chk_1 are written with it. Remove them first, and add"
                                        + " them again with the new name afterwards. [FK229]");
                        QueryInterface.of(database)
                                .removeConstraint("t", "order_of_both")
                                .removeConstraint("t", "t_chk_1")
                                .renameColumn("t", "c", "x");
                    }
                }));
    }
}
