package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Foreign keys that a server takes without a word and does not make. */
@OnPostgres
@Tag("thorough")
class PassedOverTest {
    private static final String PARENT = "CREATE TABLE parent (id integer PRIMARY KEY)";

    private static void runs(Database database, String... statements) {
        for (String statement : statements) {
            database.execute(new Sql(statement));
        }
    }

    private static List<Explanation> passedOver(Database database, String... statements) {
        runs(database, statements);
        return database.inquiry().passedOver(Stream.of(statements).map(Sql::new).toList());
    }

    private static List<ForeignKey> keys(Database database) {
        return database.read()
                .schema()
                .table(QualifiedName.of("child"))
                .orElseThrow()
                .foreignKeys();
    }

    /** What is missed is missed by the catalog, and what mends it makes the key. */
    private static void isToldAndMended(Database database, String... statements) {
        List<Explanation> told = passedOver(database, statements);
        assertThat(told).hasSize(keys(database).isEmpty() ? 1 : 0);
        for (Explanation explanation : told) {
            explanation.fix().before().forEach(database::execute);
            explanation.fix().instead().ifPresent(database::execute);
            explanation.fix().after().forEach(database::execute);
        }
        assertThat(keys(database)).as("%s", told).hasSize(1);
        assertThat(database.inquiry()
                        .passedOver(Stream.of(statements).map(Sql::new).toList()))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> references_behind_a_column_of_a_new_table(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(
                        server -> server.test(
                                "new table",
                                fresh -> isToldAndMended(
                                        Database.of(fresh.dataSource()),
                                        PARENT,
                                        "CREATE TABLE child (id integer PRIMARY KEY, p integer REFERENCES parent (id) ON DELETE CASCADE)")));
    }

    @TestFactory
    Stream<DynamicTest> references_behind_a_column_that_is_added(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test(
                        "new column",
                        fresh -> isToldAndMended(
                                Database.of(fresh.dataSource()),
                                PARENT,
                                "CREATE TABLE child (id integer PRIMARY KEY)",
                                "ALTER TABLE child ADD COLUMN p integer REFERENCES parent (id)")));
    }

    @TestFactory
    Stream<DynamicTest> foreign_keys_of_a_table_by_MyISAM() {
        return EachServer.family()
                .map(server -> server.test("MyISAM", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    List<Explanation> told = passedOver(
                            database,
                            PARENT,
                            "CREATE TABLE child (p integer, CONSTRAINT k FOREIGN KEY (p) REFERENCES parent (id)) ENGINE=MyISAM");
                    assertThat(told).singleElement().satisfies(e -> assertThat(e.fact())
                            .contains("is stored by MyISAM, which drops foreign keys without a word"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> foreign_keys_of_a_table_by_MyISAM_are_there_once_what_mends_it_has_run() {
        return EachServer.family()
                .map(server -> server.test(
                        "MyISAM",
                        fresh -> isToldAndMended(
                                Database.of(fresh.dataSource()),
                                PARENT,
                                "CREATE TABLE child (p integer) ENGINE=MyISAM",
                                "ALTER TABLE child ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES parent (id)")));
    }

    @TestFactory
    Stream<DynamicTest> what_was_dropped_or_never_was_to_stay_is_not_missed(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("dropped", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    String key = server.isTransactional() || server.toString().contains("maria")
                            ? "CONSTRAINT k"
                            : "FOREIGN KEY k";
                    assertThat(passedOver(
                                    database,
                                    PARENT,
                                    "CREATE TABLE child (p integer, q integer, CONSTRAINT k FOREIGN KEY (p) REFERENCES parent (id))",
                                    "CREATE TABLE gone (p integer, FOREIGN KEY (p) REFERENCES parent (id))",
                                    "ALTER TABLE child DROP " + key,
                                    "DROP TABLE gone"))
                            .isEmpty();
                }));
    }

    /** From then on it counts as that of the partitioned table. */
    @Test
    void the_key_of_a_table_that_becomes_a_partition_is_there(Database database) {
        runs(
                database,
                PARENT,
                "CREATE TABLE entry (id integer, p integer REFERENCES parent (id)) PARTITION BY LIST (id)");

        assertThat(passedOver(
                        database,
                        "CREATE TABLE child (id integer, p integer, FOREIGN KEY (p) REFERENCES parent (id))",
                        "ALTER TABLE entry ATTACH PARTITION child FOR VALUES IN (1)"))
                .isEmpty();
    }
}
