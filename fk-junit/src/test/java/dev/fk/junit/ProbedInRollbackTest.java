package dev.fk.junit;

import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.probe.Behaviour;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A foreign key is tried out in the one transaction of a test, and leaves of it what was there. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class ProbedInRollbackTest {
    @Table("parent")
    record Parent(@Id int no) {}

    @Table("child")
    record Child(@Id int no, @BelongsTo(foreignKey = "parent_no", onDelete = CASCADE) Parent parent) {}

    @Test
    void what_the_test_wrote_before_is_there_after(TestKit kit) {
        kit.run(TestCases.class).succeeded(2);
    }

    @WithSchema(
            value = {Parent.class, Child.class},
            isolation = Isolation.ROLLBACK)
    static class TestCases {
        @Test
        void by_itself(Database database) {
            database.execute(new Sql("INSERT INTO parent VALUES (1)"));

            probe(database);

            assertThat(database.query(new Sql("SELECT no FROM parent"))).hasSize(1);
            assertThat(database.query(new Sql("SELECT no FROM child"))).isEmpty();
        }

        @Test
        void in_a_transaction_of_its_own(Database database, DataSource dataSource) throws SQLException {
            database.execute(new Sql("INSERT INTO parent VALUES (1)"));
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO parent VALUES (2)");

                probe(database);

                statement.execute("INSERT INTO parent VALUES (3)");
                connection.rollback();
            }
            assertThat(database.query(new Sql("SELECT no FROM parent"))).hasSize(1);
        }

        private static void probe(Database database) {
            QualifiedName child = QualifiedName.of("child");
            ForeignKey key = database.read()
                    .schema()
                    .table(child)
                    .orElseThrow()
                    .foreignKeys()
                    .get(0);
            Prober prober = Prober.of(database, database.read());
            assertThat(prober.enforced(child, key).refused()).isTrue();
            assertThat(prober.deleting(child, key).behaviour()).isEqualTo(Behaviour.CASCADES);
            assertThat(prober.onCopy().enforced(child, key).refused()).isTrue();
        }
    }
}
