package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Planner;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL lets go of a column, or of its type, only when nothing is computed from it any more. */
class ComputedColumnPlansTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG);
    private static final Dialect POSTGRESQL = new PostgreSqlDialect();
    private static final Column A = Column.of("a", INT);
    private static final Column B = Column.of("b", INT);

    private static Column computed(String sql) {
        return Column.of("g", INT)
                .withGeneration(new Generation.Computed(new Expression(sql), Generation.Computed.Storage.STORED));
    }

    private static Table table(Column... columns) {
        return Table.of(QualifiedName.of("t"), List.of(columns));
    }

    private static List<String> plan(Table from, Table to) {
        ServerInfo server = new ServerInfo(
                POSTGRESQL.id(), "PostgreSQL", ServerVersion.parse("18.6"), "db", "public", Options.none());
        CanonicalSchema there = POSTGRESQL.canonicalizer(server).canonical(Schema.of(from));
        CanonicalSchema wish = POSTGRESQL.canonicalizer(server).canonical(Schema.of(to));
        return new Planner(POSTGRESQL, server)
                .plan(Differ.diff(there, wish), there).steps().stream()
                        .map(s -> s.assessment().risk() + " " + s.sql())
                        .toList();
    }

    @Test
    void a_computed_column_goes_before_what_it_is_computed_from() {
        assertThat(plan(table(A, computed("a + 1"), B), table(B)))
                .containsExactly(
                        "DESTRUCTIVE ALTER TABLE \"t\" DROP COLUMN \"g\"",
                        "DESTRUCTIVE ALTER TABLE \"t\" DROP COLUMN \"a\"");
    }

    @Test
    void a_computed_column_comes_after_what_it_is_computed_from_has_its_type() {
        assertThat(plan(table(A.withType(BIG)), table(A, computed("a + 1"))))
                .containsExactly(
                        "DATA_DEPENDENT ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE INTEGER",
                        "DATA_DEPENDENT ALTER TABLE \"t\" ADD COLUMN \"g\" INTEGER GENERATED ALWAYS AS (a + 1) STORED");
    }

    @Test
    void what_is_computed_from_a_column_that_changes_its_type_goes_and_comes_again_with_its_index() {
        List<Index> index = List.of(Index.of("ix", "g"));

        assertThat(plan(
                        table(A, computed("a + 1")).withIndexes(index),
                        table(A.withType(BIG), computed("a + 1")).withIndexes(index)))
                .containsExactly(
                        "SAFE DROP INDEX \"ix\"",
                        "SAFE ALTER TABLE \"t\" DROP COLUMN \"g\"",
                        "SAFE ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE BIGINT",
                        "DATA_DEPENDENT ALTER TABLE \"t\" ADD COLUMN \"g\" INTEGER GENERATED ALWAYS AS (a + 1) STORED",
                        "SAFE CREATE INDEX \"ix\" ON \"t\" (\"g\")");
    }

    @Test
    void another_computation_of_a_virtual_column_makes_it_anew() {
        Column virtual = Column.of("g", INT)
                .withGeneration(new Generation.Computed(new Expression("a + 1"), Generation.Computed.Storage.VIRTUAL));
        Column other = virtual.withGeneration(
                new Generation.Computed(new Expression("a + 2"), Generation.Computed.Storage.VIRTUAL));

        assertThat(plan(table(A, virtual), table(A, other)))
                .containsExactly(
                        "DESTRUCTIVE ALTER TABLE \"t\" DROP COLUMN \"g\"",
                        "DATA_DEPENDENT ALTER TABLE \"t\" ADD COLUMN \"g\" INTEGER GENERATED ALWAYS AS (a + 2) VIRTUAL");
    }

    @Test
    void another_computation_frees_the_column_that_the_first_one_held() {
        assertThat(plan(table(A, B, computed("a + 1")), table(B, computed("b + 1"))))
                .containsExactly(
                        "DESTRUCTIVE ALTER TABLE \"t\" DROP COLUMN \"g\"",
                        "DESTRUCTIVE ALTER TABLE \"t\" DROP COLUMN \"a\"",
                        "DATA_DEPENDENT ALTER TABLE \"t\" ADD COLUMN \"g\" INTEGER GENERATED ALWAYS AS (b + 1) STORED");
    }

    @Test
    void what_is_still_computed_from_a_column_that_goes_is_left_for_the_server_to_refuse() {
        assertThat(plan(table(A, B, computed("a + 1")), table(B, computed("a + 1"))))
                .containsExactly("DESTRUCTIVE ALTER TABLE \"t\" DROP COLUMN \"a\"");
    }
}
