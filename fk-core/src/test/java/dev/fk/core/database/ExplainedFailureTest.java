package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Explanation;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.MigrationFailedException;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Where explanations come from and where there can be none; what they say is tested for each mistake elsewhere. */
@OnPostgres
class ExplainedFailureTest {
    private static final Sql REFUSED = new Sql("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (id)");

    private static void withOrphan(Database database) {
        database.execute(new Sql("CREATE TABLE parent (id INT PRIMARY KEY)"));
        database.execute(new Sql("CREATE TABLE child (p INT NOT NULL)"));
        database.execute(new Sql("INSERT INTO child VALUES (7)"));
    }

    @Test
    void explains_a_step_by_what_the_steps_before_it_made(Database database) {
        database.execute(new Sql("CREATE TABLE child (p INT NOT NULL)"));
        database.execute(new Sql("INSERT INTO child VALUES (7)"));
        Table parent = Table.of(
                QualifiedName.of("parent"),
                List.of(Column.of("id", new DataType.Int(DataType.Int.Size.REGULAR))
                        .notNull()));
        Table unique = parent.withUniqueKeys(List.of(UniqueKey.of("id")));
        ForeignKey key = ForeignKey.of(List.of("p"), parent.name(), List.of("id"));
        Plan plan = database.plan(
                new ChangeSet(List.of(
                        new Change.CreateTable(unique), new Change.AddForeignKey(QualifiedName.of("child"), key))),
                database.read());

        StatementFailedException failed =
                catchThrowableOfType(StatementFailedException.class, () -> database.run(plan));

        assertThat(failed.explanations()).extracting(Explanation::cause).containsExactly(Cause.ORPHANS);
        assertThat(failed)
                .hasMessageContaining("✘ ALTER TABLE \"child\" ADD FOREIGN KEY")
                .hasMessageContaining("seen: 1 row of child without a row in parent\n        p = 7");
        assertThat(database.read().schema().table("parent")).as("rolled back").isEmpty();
    }

    @Test
    void explains_a_call_of_the_query_interface(Database database) {
        withOrphan(database);
        database.execute(new Sql("CREATE VIEW seen AS SELECT p FROM child"));
        assertThatThrownBy(() -> QueryInterface.of(database).sql("ALTER TABLE child DROP COLUMN p"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("why : child.p is used by view seen");
    }

    @Test
    void a_name_that_the_server_would_read_in_lower_case_is_to_be_written_in_quotes(Database database) {
        database.execute(new Sql("CREATE TABLE \"Customers\" (id INT PRIMARY KEY, \"fullName\" TEXT)"));
        assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO Customers (id) VALUES (1)")))
                .hasMessageContaining("do  : Write \"Customers\", if that is meant.");
        assertThatThrownBy(() ->
                        database.execute(new Sql("CREATE TABLE orders (customer_id INT REFERENCES Customers (id))")))
                .hasMessageContaining("do  : Write \"Customers\", or create customers first.");
        assertThatThrownBy(() -> database.execute(
                        new Sql("ALTER TABLE \"Customers\" ADD FOREIGN KEY (fullName) REFERENCES \"Customers\" (id)")))
                .hasMessageContaining("do  : Write \"fullName\".");
    }

    private record Edits(String id, Consumer<QueryInterface> calls) implements Migration {
        @Override
        public void up(QueryInterface q) {
            calls.accept(q);
        }
    }

    @Test
    void explains_a_call_of_a_migration_by_what_its_other_calls_made(Database database) {
        withOrphan(database);
        Migrator migrator = Migrator.of(new Edits("1", q -> q.renameTable("child", "kid")
                .sql("ALTER TABLE kid ADD COLUMN twice INT GENERATED ALWAYS AS (p * 2) STORED")
                .removeColumn("kid", "p")));

        assertThatThrownBy(() -> migrator.up(database))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Nothing of it stays")
                .hasMessageContaining("kid.p is used by generated column twice of table kid");
        assertThat(database.read().schema().table("kid")).as("rolled back").isEmpty();
    }

    @Test
    void says_nothing_where_a_transaction_is_aborted_and_cannot_be_asked(Database database) {
        withOrphan(database);
        DatabaseException failed = catchThrowableOfType(
                DatabaseException.class, () -> database.inTransaction(inside -> inside.execute(REFUSED)));
        assertThat(failed.explanations()).isEmpty();
        assertThat(failed.getSuppressed()).isEmpty();
        assertThat(failed).hasMessageContaining("violates foreign key constraint");
    }

    @Test
    void says_nothing_of_errors_that_tables_and_rows_cannot_explain(Database database) {
        withOrphan(database);
        for (String sql : List.of(
                "ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (id) NONSENSE",
                "SELECT 1 / 0",
                "VACUUM nowhere")) {
            DatabaseException failed =
                    catchThrowableOfType(DatabaseException.class, () -> database.execute(new Sql(sql)));
            assertThat(failed.explanations()).as(sql).isEmpty();
        }
    }

    @Test
    void says_that_types_differ_where_no_rule_knows_them_and_not_why(Database database) {
        database.execute(new Sql("CREATE TABLE parent (id INT PRIMARY KEY)"));
        database.execute(new Sql("CREATE TABLE child (p tsvector)"));
        DatabaseException failed = catchThrowableOfType(
                DatabaseException.class,
                () -> database.execute(new Sql("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (id)")));
        assertThat(failed.explanations()).extracting(Explanation::cause).containsExactly(Cause.TYPE_DIFFERS);
        assertThat(failed)
                .hasMessageContaining("why : child.p is tsvector, but parent.id, which it references, is INTEGER\n");
    }

    @Test
    void looking_changes_nothing(Database database) {
        withOrphan(database);
        CanonicalSchema before = database.read();
        assertThatThrownBy(() -> database.execute(REFUSED)).isInstanceOf(DatabaseException.class);
        assertThat(database.read()).isEqualTo(before);
    }
}
