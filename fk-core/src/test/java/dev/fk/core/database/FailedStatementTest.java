package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a plan that fails half way. */
@OnPostgres
class FailedStatementTest {
    @Test
    void says_which_statement_of_a_transaction_it_was(Database database) {
        Column id = Column.of("id", new DataType.Uuid());
        Table good = Table.of(QualifiedName.of("a_good_one"), List.of(id));
        Table bad = Table.of(QualifiedName.of("bad"), List.of(id)).withChecks(List.of(Check.of("c", "missing > 1")));
        Table never = Table.of(QualifiedName.of("never"), List.of(id));
        Plan plan = database.plan(
                new ChangeSet(List.of(
                        new Change.CreateTable(good), new Change.CreateTable(bad), new Change.CreateTable(never))),
                database.read());
        assertThatThrownBy(() -> database.run(plan))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageStartingWith("Statement 2 of 3 failed")
                .hasMessageContaining("✘ CREATE TABLE \"bad\"");
    }
}
