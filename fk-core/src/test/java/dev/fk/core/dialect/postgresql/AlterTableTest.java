package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What else may change about a table: executed, the catalog says what {@link Patch} says. */
@OnPostgres
class AlterTableTest {
    private static final String TABLES =
            """
            CREATE SCHEMA audit;
            CREATE TABLE "Parent" (id integer CONSTRAINT pk PRIMARY KEY, other integer CONSTRAINT uk UNIQUE, CONSTRAINT ck CHECK (id > 0));
            CREATE TABLE child (id integer CONSTRAINT fk REFERENCES "Parent" ON DELETE CASCADE, CONSTRAINT ex EXCLUDE (id WITH =));
            CREATE INDEX ix ON child (id);
            CREATE TABLE audit.child (id integer);
            CREATE INDEX "Ix" ON audit.child (id);
            CREATE TABLE base (id integer, name text);
            CREATE TABLE parted (id integer NOT NULL) PARTITION BY RANGE (id);
            CREATE TABLE part (id integer NOT NULL);
            """;

    private static final QualifiedName PARENT = QualifiedName.of("Parent");
    private static final QualifiedName CHILD = QualifiedName.of("child");
    private static final QualifiedName AUDIT = QualifiedName.of("audit", "child");

    private static Database database(Database empty) throws SQLException {
        try (Connection connection = empty.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        return empty.withScope(CatalogScope.with("audit"));
    }

    /** One after the other, and back again. */
    private static void assertDoesWhatPatchDoes(Database database, Change... changes) {
        for (Change change : changes) {
            assertDoes(database, change);
        }
        List<Change> back = Stream.of(changes).map(Change::inverse).collect(Collectors.toList());
        java.util.Collections.reverse(back);
        back.forEach(c -> assertDoes(database, c));
    }

    private static void assertDoes(Database database, Change change) {
        CanonicalSchema before = database.read();
        CanonicalSchema wanted = database.canonical(Patch.apply(before.schema(), change));
        database.run(database.plan(new ChangeSet(List.of(change)), before));
        assertThat(Differ.diff(database.read(), wanted).changes())
                .as(change.describe())
                .isEmpty();
        assertThat(Differ.diff(wanted, database.read()).changes())
                .as(change.describe())
                .isEmpty();
    }

    private static <T extends Constraint> T named(List<T> constraints, String name) {
        return constraints.stream()
                .filter(c -> c.name().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void renames_everything(Database empty) throws SQLException {
        Database database = database(empty);
        Schema schema = database.read().schema();
        Table parent = schema.table(PARENT).orElseThrow();
        Table child = schema.table(CHILD).orElseThrow();
        Index audit = schema.table(AUDIT).orElseThrow().indexes().get(0);
        Optional<String> odd = Optional.of("it's \"new\"");
        assertDoesWhatPatchDoes(
                database,
                new Change.RenameConstraint(
                        PARENT,
                        parent.primaryKey().orElseThrow(),
                        parent.primaryKey().orElseThrow().withName(odd)),
                new Change.RenameConstraint(
                        PARENT,
                        named(parent.uniqueKeys(), "uk"),
                        named(parent.uniqueKeys(), "uk").withName(Optional.of("u2"))),
                new Change.RenameConstraint(
                        PARENT,
                        named(parent.checks(), "ck"),
                        named(parent.checks(), "ck").withName(odd.map(o -> o + "2"))),
                new Change.RenameConstraint(
                        CHILD,
                        named(child.foreignKeys(), "fk"),
                        named(child.foreignKeys(), "fk").withName(odd)),
                new Change.RenameConstraint(
                        CHILD,
                        named(child.exclusions(), "ex"),
                        named(child.exclusions(), "ex").withName(Optional.of("e2"))),
                new Change.RenameConstraint(
                        CHILD,
                        named(child.indexes(), "ix"),
                        named(child.indexes(), "ix").withName(Optional.of("i2"))),
                new Change.RenameConstraint(AUDIT, audit, audit.withName(Optional.of("i3"))),
                new Change.RenameColumn(PARENT, "other", "it's"),
                new Change.RenameTable(CHILD, QualifiedName.of("it's")),
                new Change.RenameTable(AUDIT, QualifiedName.of("audit", "other")));
    }

    @Test
    void drops_and_adds_everything(Database empty) throws SQLException {
        Database database = database(empty);
        Schema schema = database.read().schema();
        Table parent = schema.table(PARENT).orElseThrow();
        Table child = schema.table(CHILD).orElseThrow();
        ForeignKey key = child.foreignKeys().get(0);
        assertDoesWhatPatchDoes(
                database,
                new Change.AlterForeignKey(
                        CHILD, key, key.withActions(ReferentialAction.SET_NULL, ReferentialAction.RESTRICT)),
                new Change.AlterComment(CHILD, Optional.empty(), Optional.of("it's")),
                new Change.DropExclusion(CHILD, child.exclusions().get(0)),
                new Change.DropIndex(CHILD, child.indexes().get(0)),
                new Change.DropIndex(
                        AUDIT, schema.table(AUDIT).orElseThrow().indexes().get(0)),
                new Change.DropCheck(PARENT, parent.checks().get(0)),
                new Change.DropUniqueKey(PARENT, parent.uniqueKeys().get(0)));
    }

    @Test
    void moves_a_table_to_another_schema_under_another_name(Database empty) throws SQLException {
        Database database = database(empty);
        QualifiedName moved = QualifiedName.of("audit", "moved");
        assertDoesWhatPatchDoes(database, new Change.RenameTable(CHILD, moved));
    }

    @Test
    void alters_one_foreign_key_in_one_statement(Database database) {
        ForeignKey key = ForeignKey.of(List.of("a"), PARENT, List.of("id")).named("fk");
        List<Sql> sql = database.ddl(new Change.AlterForeignKey(
                CHILD, key, key.withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION)));
        assertThat(sql)
                .extracting(Sql::text)
                .containsExactly("ALTER TABLE \"child\" DROP CONSTRAINT \"fk\", ADD CONSTRAINT \"fk\""
                        + " FOREIGN KEY (\"a\") REFERENCES \"Parent\" (\"id\") ON DELETE CASCADE");
    }

    @Test
    void changes_how_a_table_is_stored(Database empty) throws SQLException {
        Database database = database(empty);
        Options none = Options.none();
        Options fillfactor = Options.of(Keys.WITH, "autovacuum_enabled='off', fillfactor='70'");
        Options other = Options.of(Keys.WITH, "fillfactor='50'").with(Keys.UNLOGGED, "");
        QualifiedName base = QualifiedName.of("base");
        assertDoesWhatPatchDoes(
                database,
                new Change.AlterOptions(base, none, fillfactor),
                new Change.AlterOptions(base, fillfactor, other));
    }

    @Test
    void a_check_comes_to_hold_for_the_rows_that_are_there(Database empty) throws SQLException {
        Database database = database(empty);
        database.execute(new Sql("ALTER TABLE base ADD CONSTRAINT late CHECK (id > 0) NOT VALID"));
        QualifiedName base = QualifiedName.of("base");
        Check late = database.read().schema().table(base).orElseThrow().checks().get(0);
        Change validate = new Change.AlterCheck(base, late, late.withEnforcement(Enforcement.ENFORCED));

        assertThat(database.ddl(validate))
                .extracting(Sql::text)
                .containsExactly("ALTER TABLE \"base\" VALIDATE CONSTRAINT \"late\"");
        assertDoesWhatPatchDoes(database, validate);
    }

    @Test
    void creates_both_keys_of_the_same_columns_even_if_only_their_storage_differs(Database database) {
        UniqueKey packed = new UniqueKey(
                Optional.of("packed"),
                List.of("id"),
                Deferrability.NOT_DEFERRABLE,
                Options.of(Keys.WITH, "fillfactor='80'"));
        Table table = Table.of(
                        QualifiedName.of("twice"),
                        List.of(Column.of("id", new DataType.Int(DataType.Int.Size.REGULAR))
                                .notNull()))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id").withName(Optional.of("first"))))
                .withUniqueKeys(List.of(packed, UniqueKey.of("id").withName(Optional.of("plain"))));
        assertDoes(database, new Change.CreateTable(table));
    }

    @Test
    void becomes_and_ceases_to_be_a_partition_or_heir(Database empty) throws SQLException {
        Database database = database(empty);
        QualifiedName part = QualifiedName.of("part");
        Options partition =
                Options.of(Keys.PARTITION_OF, "\"parted\"").with(Keys.PARTITION_BOUND, "FOR VALUES FROM (1) TO (10)");
        Options elsewhere = partition.with(Keys.PARTITION_BOUND, "DEFAULT");
        execute(database, new Change.AlterOptions(part, Options.none(), partition));
        assertThat(options(database, part)).isEqualTo(partition);
        execute(database, new Change.AlterOptions(part, partition, elsewhere));
        assertThat(options(database, part)).isEqualTo(elsewhere);
        execute(database, new Change.AlterOptions(part, elsewhere, Options.none()));
        assertThat(options(database, part)).isEqualTo(Options.none());
        Options heir = Options.of(Keys.INHERITS, "\"audit\".\"child\"");
        execute(database, new Change.AlterOptions(part, Options.none(), heir));
        assertThat(options(database, part)).isEqualTo(heir);
        execute(database, new Change.AlterOptions(part, heir, Options.none()));
        assertThat(options(database, part)).isEqualTo(Options.none());
    }

    @Test
    void does_not_pretend_that_a_table_can_be_partitioned_later(Database database) {
        Options by = Options.of(Keys.PARTITION_BY, "RANGE (id)");
        assertThatThrownBy(() -> database.ddl(new Change.AlterOptions(CHILD, Options.none(), by)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PostgreSQL cannot change how child is partitioned (not at all → RANGE (id))."
                        + " Create another table and move the rows.");
    }

    @Test
    void columns_of_parents_come_and_go_with_the_parents(Database empty) throws SQLException {
        Database database = database(empty);
        Column column = Column.of("more", new DataType.Int(DataType.Int.Size.BIG));
        Column inherited = column.withOptions(Options.of(Keys.INHERITED, ""));
        dev.fk.core.diff.ColumnPosition last = dev.fk.core.diff.ColumnPosition.last();
        assertThat(database.ddl(new Change.AddColumn(CHILD, column, last))).isNotEmpty();
        assertThat(database.ddl(new Change.AddColumn(CHILD, inherited, last))).isEmpty();
        assertThat(database.ddl(new Change.DropColumn(CHILD, inherited, last))).isEmpty();
    }

    @Test
    void cannot_drop_what_has_no_name(Database database) {
        ForeignKey unnamed = ForeignKey.of(List.of("a"), PARENT, List.of("id"));
        assertThatThrownBy(() -> database.ddl(new Change.DropForeignKey(CHILD, unnamed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "PostgreSQL drops and renames constraints by name, but this one of child has none: ")
                .hasMessageEndingWith(
                        "Take the change from a difference to the live catalog, where every constraint is named.");
    }

    private static void execute(Database database, Change change) {
        database.run(database.plan(new ChangeSet(List.of(change)), database.read()));
    }

    private static Options options(Database database, QualifiedName table) {
        return database.read().schema().table(table).orElseThrow().options();
    }
}
