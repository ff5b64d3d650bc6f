package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyData;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that exclude each other are found before an exclusion constraint, or a key WITHOUT OVERLAPS, is added. */
@OnPostgres
class ExclusionChecksTest {
    private static final QualifiedName STAY = QualifiedName.of("stay");

    private static void fill(Database database) {
        database.execute(new Sql("CREATE TABLE stay (no int PRIMARY KEY, \"Room\" int4range, during int4range)"));
        database.execute(new Sql("INSERT INTO stay VALUES (1, '[7,8)', '[1,5)'), (2, '[7,8)', '[4,9)'),"
                + " (3, '[8,9)', '[4,9)'), (4, '[7,8)', '[9,11)'), (5, NULL, '[1,99)'), (6, '[9,10)', NULL)"));
    }

    private static Plan plan(Database database, Change change) {
        return database.plan(ChangeSet.of(change), database.read());
    }

    private static Exclusion excluding(String elements) {
        return new Exclusion(Optional.of("stay_once"), "EXCLUDE USING gist (" + elements + ")");
    }

    @Test
    void of_an_exclusion_constraint_over_columns(Database database) {
        fill(database);
        Change change = new Change.AddExclusion(STAY, excluding("\"Room\" WITH =, during WITH &&"));

        List<DirtyData> dirty = database.data().dirty(plan(database, change));

        assertThat(dirty).hasSize(1);
        assertThat(dirty.get(0).check().code()).isEqualTo("FK310");
        assertThat(dirty.get(0).count()).isEqualTo(2);
        assertThat(dirty.get(0).rows()).extracting(r -> r.get(0)).containsExactly(Optional.of("1"), Optional.of("2"));
        database.execute(new Sql("DELETE FROM stay WHERE no = 2"));
        Plan clean = plan(database, change);
        assertThat(database.data().dirty(clean)).isEmpty();
        database.run(clean);
        assertThat(database.read().schema().table(STAY).orElseThrow().exclusions())
                .hasSize(1);
    }

    @Test
    void of_rows_that_also_get_another_column_or_another_name_for_their_key(Database database) {
        fill(database);
        Change constraint = new Change.AddExclusion(STAY, excluding("\"Room\" WITH =, during WITH &&"));
        Column added = Column.of("paid", new DataType.Bool()).withGeneration(Generation.defaultTo("true"));
        List<Change> others = List.of(
                new Change.DropPrimaryKey(
                        STAY,
                        database.read()
                                .schema()
                                .table(STAY)
                                .orElseThrow()
                                .primaryKey()
                                .orElseThrow()),
                new Change.AddColumn(STAY, added, ColumnPosition.last()),
                new Change.RenameColumn(STAY, "no", "number"));

        for (Change other : others) {
            Plan plan = database.plan(ChangeSet.of(other, constraint), database.read());

            assertThat(database.data().dirty(plan))
                    .as(other.describe())
                    .extracting(DirtyData::count)
                    .containsExactly(2L);
        }
        assertThat(database.data()
                        .dirty(database.plan(ChangeSet.of(others.get(0), others.get(1), constraint), database.read())))
                .extracting(DirtyData::count)
                .containsExactly(2L);
    }

    @Test
    void a_question_that_the_server_cannot_answer_does_not_end_the_transaction_it_is_asked_in(Database database) {
        fill(database);
        Change change = new Change.AddCheck(STAY, Check.of("stay_check", "no / (no - 1) > 0"));
        Plan plan = plan(database, change);

        database.inTransaction(inside -> {
            assertThat(inside.data().dirty(plan)).isEmpty();
            inside.execute(new Sql("DELETE FROM stay WHERE no = 1"));
        });

        database.run(plan);
        assertThat(database.read().schema().table(STAY).orElseThrow().checks()).hasSize(1);
    }

    @Test
    void of_one_that_is_left_to_the_server_the_plan_says_so(Database database) {
        fill(database);
        Change change = new Change.AddExclusion(STAY, excluding("int4range(no, no + 1) WITH &&"));

        Plan plan = plan(database, change);

        assertThat(plan.hasChecks()).isFalse();
        assertThat(plan.steps().get(0).assessment().reason())
                .isEqualTo("fails if stay: rows exclude each other (only the server can tell)");
    }

    @Test
    void of_a_key_without_overlaps(Database database) {
        fill(database);
        UniqueKey key = new UniqueKey(
                Optional.of("stay_key"),
                List.of("Room", "during"),
                Deferrability.NOT_DEFERRABLE,
                Options.of(Keys.WITHOUT_OVERLAPS, ""));
        Plan plan = plan(database, new Change.AddUniqueKey(STAY, key));

        List<DirtyData> dirty = database.data().dirty(plan);

        assertThat(dirty).extracting(DirtyData::count).containsExactly(2L);
        database.execute(new Sql("UPDATE stay SET during = 'empty' WHERE no = 2"));
        assertThat(database.data().dirty(plan)).extracting(DirtyData::count).containsExactly(1L);
        database.execute(new Sql("DELETE FROM stay WHERE no = 2"));
        assertThat(database.data().dirty(plan)).isEmpty();
        if (database.server().version().isAtLeast(18, 0)) {
            database.run(plan);
        }
    }
}
