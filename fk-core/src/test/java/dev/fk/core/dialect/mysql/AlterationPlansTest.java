package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Planner;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Generation.Computed.Storage;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Alterations that the servers carry out only in a certain form; each was refused, or silently not done, in another. */
class AlterationPlansTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType STRING = new DataType.Varchar(20);
    private static final Dialect MYSQL = new MySqlDialect();
    private static final Dialect MARIADB = new MariaDbDialect();
    private static final ForeignKey KEY =
            ForeignKey.of(List.of("a"), QualifiedName.of("u"), List.of("id")).named("fk");

    private static ServerInfo server(Dialect dialect) {
        String version = dialect == MYSQL ? "9.7.4" : "11.8.9";
        Options settings =
                Options.of(Settings.COLLATION, "utf8mb4_general_ci").with(Settings.SQL_MODE, "STRICT_TRANS_TABLES");
        return new ServerInfo(dialect.id(), "server", ServerVersion.parse(version), "db", "db", settings);
    }

    private static CanonicalSchema canonical(Dialect dialect, Table... tables) {
        return dialect.canonicalizer(server(dialect)).canonical(Schema.of(tables));
    }

    private static List<String> plan(CanonicalSchema from, CanonicalSchema to) {
        return new Planner(MYSQL, server(MYSQL))
                .plan(Differ.diff(from, to), from).steps().stream()
                        .map(s -> s.assessment().risk() + " " + s.sql())
                        .toList();
    }

    private static Table table(Column... columns) {
        return Table.of(QualifiedName.of("t"), List.of(columns));
    }

    private static Table parent(Generation generation) {
        return Table.of(
                        QualifiedName.of("u"),
                        List.of(Column.of("id", INT).notNull().withGeneration(generation)))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id")));
    }

    private static Column computed(String sql, Storage storage) {
        return Column.of("g", INT).withGeneration(new Generation.Computed(new Expression(sql), storage));
    }

    @Test
    void columns_follow_the_collation_of_their_table() {
        Table table = table(
                Column.of("a", STRING),
                Column.of("b", INT),
                Column.of("c", STRING).withCollation(Optional.of("utf8mb4_bin")));

        assertThat(plan(
                        canonical(MYSQL, table),
                        canonical(MYSQL, table.withOptions(Options.of("collate", "utf8mb4_unicode_ci")))))
                .containsExactly("DATA_DEPENDENT ALTER TABLE `t` DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci,"
                        + " MODIFY COLUMN `a` VARCHAR(20)");
    }

    @Test
    void a_column_that_grows_and_loses_its_nulls_depends_on_the_rows() {
        assertThat(plan(
                        canonical(MYSQL, table(Column.of("a", STRING))),
                        canonical(
                                MYSQL,
                                table(Column.of("a", new DataType.Varchar(30)).notNull()))))
                .containsExactly("DATA_DEPENDENT ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(30) NOT NULL");
    }

    @Test
    void a_column_becomes_virtual_by_going_and_coming_again_with_what_stands_on_it() {
        Table plain = table(Column.of("a", INT), Column.of("g", INT)).withIndexes(List.of(Index.of("ix", "g")));

        assertThat(plan(
                        canonical(MYSQL, plain),
                        canonical(
                                MYSQL,
                                plain.withColumns(List.of(Column.of("a", INT), computed("a + 1", Storage.VIRTUAL))))))
                .containsExactly("DESTRUCTIVE ALTER TABLE `t` DROP INDEX `ix`, DROP COLUMN `g`,"
                        + " ADD COLUMN `g` INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL, ADD INDEX `ix` (`g`)");
    }

    @Test
    void new_columns_go_where_the_model_has_them() {
        Table before = table(Column.of("a", INT), Column.of("d", INT));

        assertThat(plan(
                        canonical(MYSQL, before),
                        canonical(
                                MYSQL,
                                table(
                                        Column.of("x", INT),
                                        Column.of("a", INT),
                                        computed("a + 1", Storage.STORED),
                                        Column.of("b", INT),
                                        Column.of("c", INT),
                                        Column.of("d", INT),
                                        Column.of("e", INT)))))
                .containsExactly(
                        "DATA_DEPENDENT ALTER TABLE `t` ADD COLUMN `x` INTEGER FIRST, ADD COLUMN `b` INTEGER AFTER `a`,"
                                + " ADD COLUMN `c` INTEGER AFTER `b`, ADD COLUMN `e` INTEGER,"
                                + " ADD COLUMN `g` INTEGER GENERATED ALWAYS AS (a + 1) STORED AFTER `a`");
    }

    @Test
    void the_order_of_columns_that_are_there_is_no_difference() {
        Table before = table(Column.of("a", INT), Column.of("b", INT));

        assertThat(plan(canonical(MYSQL, before), canonical(MYSQL, table(Column.of("b", INT), Column.of("a", INT)))))
                .isEmpty();
    }

    @Test
    void a_stored_column_is_changed_as_it_stands() {
        assertThat(plan(
                        canonical(MYSQL, table(Column.of("a", INT), computed("a + 1", Storage.STORED))),
                        canonical(MYSQL, table(Column.of("a", INT), computed("a + 2", Storage.STORED)))))
                .containsExactly(
                        "DESTRUCTIVE ALTER TABLE `t` MODIFY COLUMN `g` INTEGER GENERATED ALWAYS AS (a + 2) STORED");
    }

    @Test
    void hiding_an_index_has_a_clause_of_its_own() {
        Table table = table(Column.of("a", INT), Column.of("b", INT));
        UniqueKey key = UniqueKey.of("a", "b").withName(Optional.of("uk"));
        UniqueKey hidden = new UniqueKey(
                key.name(), key.columns(), key.deferrability(), Options.of(IndexSql.INVISIBLE, CanonicalColumn.YES));

        assertThat(plan(
                        canonical(MYSQL, table.withUniqueKeys(List.of(key))),
                        canonical(MYSQL, table.withUniqueKeys(List.of(hidden)))))
                .allMatch(s -> s.endsWith("ALTER TABLE `t` ALTER INDEX `uk` INVISIBLE"))
                .hasSize(1);
        assertThat(plan(
                        canonical(MYSQL, table.withUniqueKeys(List.of(hidden))),
                        canonical(MYSQL, table.withUniqueKeys(List.of(key)))))
                .allMatch(s -> s.endsWith("ALTER TABLE `t` ALTER INDEX `uk` VISIBLE"))
                .hasSize(1);
    }

    @Test
    void a_referenced_column_begins_to_count_while_nobody_refers_to_it() {
        Table child = table(Column.of("a", INT)).withForeignKeys(List.of(KEY));

        assertThat(plan(
                        canonical(MYSQL, child, parent(Generation.none())),
                        canonical(MYSQL, child, parent(Generation.autoIncrement()))))
                .containsExactly(
                        "SAFE ALTER TABLE `t` DROP FOREIGN KEY `fk`",
                        "DATA_DEPENDENT ALTER TABLE `u` MODIFY COLUMN `id` INTEGER NOT NULL auto_increment",
                        "DATA_DEPENDENT ALTER TABLE `t` ADD CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `u` (`id`)");
    }

    @Test
    void an_index_that_serves_a_foreign_key_goes_only_when_the_next_one_comes() {
        Table child = table(Column.of("a", INT), Column.of("b", INT)).withForeignKeys(List.of(KEY));
        Table two = Table.of(QualifiedName.of("v"), List.of(Column.of("x", INT), Column.of("y", INT)))
                .withUniqueKeys(List.of(UniqueKey.of("x", "y").withName(Optional.of("xy"))));
        ForeignKey longer =
                ForeignKey.of(List.of("a", "b"), two.name(), List.of("x", "y")).named("fk2");
        Table there = canonical(MYSQL, child).schema().table("t").orElseThrow();
        CanonicalSchema from =
                canonical(MYSQL, parent(Generation.none()), two, there.withIndexes(List.of(Index.of("fk", "a"))));

        assertThat(plan(
                        from,
                        canonical(MYSQL, parent(Generation.none()), two, child.withForeignKeys(List.of(KEY, longer)))))
                .containsExactly(
                        "SAFE ALTER TABLE `t` DROP INDEX `fk`, ADD INDEX (`a`, `b`)",
                        "DATA_DEPENDENT ALTER TABLE `t` ADD CONSTRAINT `fk2` FOREIGN KEY (`a`, `b`) REFERENCES `v`"
                                + " (`x`, `y`)");
    }

    /** MySQL 9.7.4 and MariaDB 11.8.9 would give that name to the index they make: 1061. */
    @Test
    void a_foreign_key_with_the_name_of_an_index_is_given_one_of_its_own() {
        Table child = table(Column.of("a", INT), Column.of("b", INT));
        Index of = Index.of("fk", "b");
        Table there = child.withIndexes(List.of(of));
        Table wanted = there.withForeignKeys(List.of(KEY));
        CanonicalSchema parent = canonical(MYSQL, parent(Generation.none()));

        assertThat(plan(
                        canonical(MYSQL, parent(Generation.none()), there),
                        canonical(MYSQL, parent(Generation.none()), wanted)))
                .containsExactly(
                        "SAFE ALTER TABLE `t` ADD INDEX (`a`)",
                        "DATA_DEPENDENT ALTER TABLE `t` ADD CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `u` (`id`)");
        assertThat(plan(parent, canonical(MYSQL, parent(Generation.none()), wanted)))
                .containsExactly("SAFE CREATE TABLE `t` (`a` INTEGER, `b` INTEGER, INDEX `fk` (`b`), INDEX (`a`),"
                        + " CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `u` (`id`)) ENGINE=InnoDB");
    }

    @Test
    void a_foreign_key_takes_the_name_of_one_of_another_table_when_that_is_free() {
        Table t = table(Column.of("a", INT)).withForeignKeys(List.of(KEY));
        Table v = Table.of(QualifiedName.of("v"), List.of(Column.of("a", INT)))
                .withForeignKeys(List.of(KEY.named("fk2")));

        assertThat(plan(
                        canonical(MYSQL, parent(Generation.none()), t, v),
                        canonical(
                                MYSQL,
                                parent(Generation.none()),
                                t.withForeignKeys(List.of(KEY.named("fk2"))),
                                v.withForeignKeys(List.of(KEY.named("fk3"))))))
                .startsWith("SAFE ALTER TABLE `t` DROP FOREIGN KEY `fk`")
                .contains("DATA_DEPENDENT ALTER TABLE `t` ADD CONSTRAINT `fk2` FOREIGN KEY (`a`) REFERENCES `u` (`id`)")
                .hasSize(3);
    }

    @Test
    void a_full_text_index_does_not_stand_in_for_the_index_of_a_foreign_key() {
        Index words = new Index(
                Optional.of("words"),
                List.of(IndexPart.column("a")),
                false,
                Optional.of("fulltext"),
                Optional.empty(),
                Options.none());
        Table child = table(Column.of("a", INT)).withForeignKeys(List.of(KEY)).withIndexes(List.of(words));

        assertThat(plan(canonical(MYSQL), canonical(MYSQL, parent(Generation.none()), child)))
                .contains("SAFE CREATE TABLE `t` (`a` INTEGER, FULLTEXT INDEX `words` (`a`), INDEX (`a`),"
                        + " CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `u` (`id`)) ENGINE=InnoDB");
    }

    @Test
    void a_moment_that_is_set_on_update_and_not_null_has_a_default_on_mariadb() {
        Column moment = Column.of("a", new DataType.DateTime(OptionalInt.of(3)))
                .notNull()
                .withOptions(Options.of(CanonicalColumn.ON_UPDATE, "now(3)"));

        assertThat(canonical(MARIADB, table(moment))
                        .schema()
                        .table("t")
                        .orElseThrow()
                        .columns()
                        .get(0)
                        .generation())
                .isEqualTo(Generation.defaultTo("'0000-00-00 00:00:00.000'"));
        assertThat(canonical(MYSQL, table(moment))
                        .schema()
                        .table("t")
                        .orElseThrow()
                        .columns()
                        .get(0)
                        .generation())
                .isEqualTo(Generation.none());
    }

    @Test
    void objects_to_actions_on_what_a_stored_column_is_computed_from() {
        ForeignKey onUpdate = KEY.withActions(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE);
        ForeignKey onDelete = KEY.withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION);

        assertThat(objections(MYSQL, onUpdate, Storage.STORED)).containsExactly("FK214");
        assertThat(objections(MARIADB, onUpdate, Storage.STORED)).containsExactly("FK214");
        assertThat(objections(MYSQL, onDelete, Storage.STORED)).containsExactly("FK214");
        assertThat(objections(MARIADB, onDelete, Storage.STORED)).isEmpty();
        assertThat(objections(MYSQL, onUpdate, Storage.VIRTUAL)).isEmpty();
        assertThat(objections(MYSQL, KEY, Storage.STORED)).isEmpty();
    }

    @Test
    void objects_to_a_check_that_sees_through_a_computed_column_on_mariadb() {
        ForeignKey key = KEY.withActions(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE);

        assertThat(objections(MARIADB, key, Storage.VIRTUAL, Check.of("ck", "g > 0")))
                .containsExactly("FK215");
        assertThat(objections(MYSQL, key, Storage.VIRTUAL, Check.of("ck", "g > 0")))
                .isEmpty();
    }

    private static List<String> objections(Dialect dialect, ForeignKey key, Storage storage, Check... checks) {
        Table child = table(Column.of("a", INT), computed("a + 1", storage))
                .withForeignKeys(List.of(key))
                .withChecks(List.of(checks));
        Schema schema = canonical(dialect, child, parent(Generation.none())).schema();
        return dialect.objections(schema.table("t").orElseThrow(), schema, server(dialect)).stream()
                .map(Objection::code)
                .toList();
    }
}
