package dev.fk.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Gap;
import dev.fk.core.dialect.Sql;
import dev.fk.core.rule.RuleResult;
import dev.fk.core.rule.Rules;
import dev.fk.core.rule.Target;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Rows that MySQL from 9.6 on takes though a foreign key says otherwise: what is foretold of them is what the server does. */
@OnPostgres
@Tag("thorough")
class UncheckedRowsTest {
    private static final String ORPHAN = "INSERT INTO child (no, pid, o, p) VALUES (1, 99, NULL, 5)";

    private static final List<String> INDEXES = List.of(
            "UNIQUE (pid, o)",
            "UNIQUE (pid, o), UNIQUE (pid, p)",
            "UNIQUE (pid, p), UNIQUE (pid, p, no)",
            "UNIQUE (o, pid)",
            "UNIQUE (no, pid, o)",
            "UNIQUE (pid)",
            "UNIQUE (pid, o, p)",
            "UNIQUE (pid, p, o)",
            "PRIMARY KEY (pid, no), UNIQUE (pid, o)",
            "CHECK (o IS NULL)");

    private static Database with(EachServer.FreshDatabase fresh, String indexes) {
        Database database = Database.of(fresh.dataSource());
        database.execute(new Sql("CREATE TABLE parent (id INT PRIMARY KEY)"));
        database.execute(new Sql("CREATE TABLE child (no INT NOT NULL, pid INT NOT NULL, o INT, p INT NOT NULL, "
                + indexes + ", CONSTRAINT of_parent FOREIGN KEY (pid) REFERENCES parent (id))"));
        return database;
    }

    private static Table child(Database database) {
        return database.read().schema().table("child").orElseThrow();
    }

    private static Optional<Gap> gap(Database database) {
        Table child = child(database);
        return database.dialect()
                .gaps(database.server())
                .flatMap(g -> g.of(child, child.foreignKeys().get(0)));
    }

    private static boolean isTaken(Database database, String orphan) {
        try {
            database.execute(new Sql(orphan));
            return true;
        } catch (DatabaseException refused) {
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> are_foretold(PostgresServer postgres) {
        return EachServer.all(postgres).flatMap(server -> INDEXES.stream()
                .map(indexes -> server.test(indexes, fresh -> {
                    Database database = with(fresh, indexes);
                    assertThat(gap(database).isPresent()).isEqualTo(isTaken(database, ORPHAN));
                })));
    }

    @TestFactory
    Stream<DynamicTest> are_foretold_of_plain_indexes(PostgresServer postgres) {
        return EachServer.family().flatMap(server -> Stream.of(
                        "INDEX (pid, o)", "INDEX (pid), INDEX (pid, o)", "INDEX (pid, p), INDEX (pid, o)")
                .map(indexes -> server.test(indexes, fresh -> {
                    Database database = with(fresh, indexes);
                    assertThat(gap(database).isPresent()).isEqualTo(isTaken(database, ORPHAN));
                })));
    }

    @TestFactory
    Stream<DynamicTest> what_the_remedy_says_helps(PostgresServer postgres) {
        return EachServer.family()
                .map(server -> server.test("remedies", fresh -> {
                    Database database = with(fresh, "INDEX by_o (pid, o)");
                    database.execute(new Sql("ALTER TABLE child ADD INDEX alone (pid), DROP INDEX by_o"));
                    database.execute(new Sql("ALTER TABLE child ADD INDEX by_o (pid, o)"));
                    assertThat(isTaken(database, ORPHAN)).isFalse();
                    assertThat(gap(database)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> probes_look_there_and_a_rule_tells(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("seen", fresh -> {
                    Database database = with(fresh, "UNIQUE " + (server.isTransactional() ? "" : "by_o ") + "(pid, o)");
                    ForeignKey key = child(database).foreignKeys().get(0);
                    Enforced enforced =
                            Prober.of(database).enforced(child(database).name(), key);
                    RuleResult result = Rules.constraintsAreEnforced()
                            .check(new Target(database.read(), database.dialect(), database.server()));
                    Optional<Gap> gap = gap(database);
                    assertThat(enforced.refused()).isEqualTo(gap.isEmpty());
                    assertThat(result.findings()).hasSize(gap.isPresent() ? 1 : 0);
                    gap.ifPresent(g -> {
                        assertThat(enforced.remarks()).containsExactly(g.fact() + ". " + g.remedy());
                        assertThat(g.fact())
                                .isEqualTo(database.server()
                                        + " takes any pid where o is NULL: it looks for the referenced row by index by_o, and a"
                                        + " NULL in that is one too many (innodb_native_foreign_keys is OFF)");
                        assertThat(g.remedy())
                                .isEqualTo("Make o NOT NULL, or let by_o begin with o, or start the server with"
                                        + " innodb_native_foreign_keys=ON.");
                    });
                }));
    }
}
