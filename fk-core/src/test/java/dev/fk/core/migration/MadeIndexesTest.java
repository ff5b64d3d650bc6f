package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.migration.Constraints.foreignKeyOn;
import static dev.fk.core.migration.Constraints.primaryKey;
import static dev.fk.core.migration.Constraints.unique;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.EachServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Indexes that the server makes for foreign keys and takes back when a better one comes, by what it says itself. */
@Tag("thorough")
class MadeIndexesTest {
    private static final Migration TABLES = new Step("1-tables", q -> q.createTable(
                    "parent", t -> t.column("id", integer().primaryKey()))
            .createTable("child", t -> t.column("n", integer().notNull())
                    .column("p", integer().notNull().references("parent", "id"))));
    private static final List<Migration> BETTER = List.of(
            new Step("3-same-column", q -> q.addIndex("child", "p")),
            new Step("3-wider", q -> q.addIndex("child", "p", "n")),
            new Step("3-unique", q -> q.addConstraint("child", unique("p", "n"))),
            new Step("3-primary", q -> q.addConstraint("child", primaryKey("p", "n"))),
            new Step("3-another-foreign-key", q -> q.removeConstraint("child", foreignKeyOn("p"))
                    .addConstraint(
                            "child", foreignKey("p").references("parent", "id").named("child_of"))),
            new Step("3-two", q -> q.addIndex("child", "p", "n")
                    .addIndex("child", IndexSpec.on("p").named("second"))),
            new Step(
                    "3-with-a-column", q -> q.addColumn("child", "z", integer()).addIndex("child", "p", "z")));

    private static Object ofServer(Database database) {
        return String.valueOf(
                database.query(new Sql("SHOW CREATE TABLE child")).get(0).get("Create Table"));
    }

    @TestFactory
    Stream<DynamicTest> give_way_again_after_an_undo() {
        return EachServer.family().flatMap(server -> BETTER.stream()
                .map(better -> server.test(better.id(), fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator migrator = Migrator.of(TABLES, better);
                    migrator.step(1).up(database);
                    Object before = ofServer(database);
                    migrator.up(database);
                    Object head = ofServer(database);

                    for (int i = 0; i < 2; i++) {
                        migrator.undo(database);
                        assertThat(ofServer(database)).isEqualTo(before);
                        assertThat(migrator.plan(database)).contains("DROP INDEX `p`");
                        migrator.up(database);
                        assertThat(ofServer(database)).isEqualTo(head);
                    }
                    migrator.undoAll(database);
                    assertThat(migrator.up(database)).containsExactly(TABLES.id(), better.id());
                    assertThat(ofServer(database)).isEqualTo(head);
                })));
    }

    @TestFactory
    Stream<DynamicTest> stay_when_what_is_added_has_nothing_to_do_with_them() {
        return EachServer.family()
                .map(server -> server.test("another column", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator first = Migrator.of(TABLES, BETTER.get(0));
                    first.up(database);
                    first.undo(database);
                    Migration others = new Step("4-others", q -> q.removeConstraint("child", foreignKeyOn("p"))
                            .addIndex("child", "n")
                            .addConstraint(
                                    "child",
                                    foreignKey("n").references("parent", "id").named("by_n")));

                    Migrator.of(TABLES, others).up(database);

                    assertThat(ofServer(database).toString()).contains("KEY `p` (`p`)");
                }));
    }

    @TestFactory
    Stream<DynamicTest> stay_once_a_migration_has_declared_one_of_that_name() {
        return EachServer.family().flatMap(server -> BETTER.stream()
                .map(better -> server.test(better.id(), fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator first = Migrator.of(TABLES, better);
                    first.up(database);
                    first.undo(database);
                    Migration dropped = new Step("2-by-hand", q -> q.addIndex(
                                    "child", IndexSpec.on("p", "n").named("helper"))
                            .addIndex("child", IndexSpec.on("p").named("p")));
                    Migrator.of(TABLES, dropped).up(database);

                    Migrator.of(TABLES, dropped, better).up(database);

                    assertThat(ofServer(database).toString()).contains("KEY `p` (`p`)");
                })));
    }

    @TestFactory
    Stream<DynamicTest> are_never_those_that_a_migration_declares() {
        return EachServer.family().flatMap(server -> BETTER.stream()
                .map(better -> server.test(better.id(), fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migration declared = new Step("1-tables", q -> q.createTable(
                                    "parent", t -> t.column("id", integer().primaryKey()))
                            .createTable("child", t -> t.column("n", integer().notNull())
                                    .column("p", integer().notNull().references("parent", "id"))
                                    .index(IndexSpec.on("p").named("p"))));
                    Migrator migrator = Migrator.of(declared, better);
                    migrator.up(database);
                    Object head = ofServer(database);
                    migrator.undo(database);
                    migrator.up(database);

                    assertThat(ofServer(database)).isEqualTo(head);
                    assertThat(head.toString()).contains("KEY `p` (`p`)");
                })));
    }

    /** Among other calls, which do not run either; what replaces it first is taken back again. */
    @TestFactory
    Stream<DynamicTest> do_not_go_before_there_is_another_one() {
        Step better = new Step("2", q -> q.createTable("more", t -> t.column("id", integer()))
                .addIndex("child", "p", "n")
                .removeIndex("child", "child_p"));
        Step atOnce = new Step(
                "2", q -> q.together(t -> t.removeIndex("child", "child_p").addIndex("child", "p", "n")));
        Step onlyOne = new Step(
                "2", q -> q.createTable("more", t -> t.column("id", integer())).removeIndex("child", "child_p"));
        Step another = new Step(
                "2", q -> q.together(t -> t.removeIndex("child", "child_p").addIndex("child", "n", "p")));
        Step named = new Step("1-tables", q -> {
            TABLES.up(q);
            q.addIndex("child", IndexSpec.on("p").named("child_p"));
        });
        return EachServer.family()
                .map(server -> server.test("needed", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(named).up(database);
                    Object before = ofServer(database);
                    for (Step refused : List.of(onlyOne, another)) {
                        assertThatThrownBy(() -> Migrator.of(named, refused).up(database))
                                .isInstanceOf(MigrationProblemsException.class)
                                .hasMessageContaining("needs an index that begins with p, but the only one would go")
                                .hasMessageContaining("[FK106]");
                        assertThat(ofServer(database)).isEqualTo(before);
                    }
                    for (Step taken : List.of(better, atOnce)) {
                        Migrator migrator = Migrator.of(named, taken);
                        migrator.up(database);
                        assertThat(ofServer(database).toString()).doesNotContain("child_p`");
                        migrator.undo(database);
                        assertThat(database.read().schema().table("child"))
                                .hasValueSatisfying(t -> assertThat(t.indexes())
                                        .singleElement()
                                        .matches(i -> i.leadingColumns().equals(List.of("p"))));
                    }
                }));
    }
}
