package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.Unordered;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Any column becomes any other, and what rows can keep they keep. */
@OnPostgres
class AlterColumnTest {
    private static final QualifiedName TABLE = QualifiedName.of("Some Table");
    private static final DataType INTEGER = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG);
    private static final DataType TEXT = new DataType.Text(DataType.LobSize.REGULAR);
    private static final DataType MOOD = new DataType.Named(QualifiedName.of("mood"));
    private static final DataType LEVEL = new DataType.Named(QualifiedName.of("Level"));
    private static final List<EnumDefinition> ENUMS = List.of(
            new EnumDefinition(QualifiedName.of("mood"), List.of("a", "b")),
            new EnumDefinition(QualifiedName.of("Level"), List.of("b", "a")));

    @Test
    void any_column_becomes_any_other(PostgresServer server) throws SQLException {
        Database database = server.fresh();
        List<Column> columns = columns(server.majorVersion() >= 18);
        List<String> wrong = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (EnumDefinition definition : ENUMS) {
                execute(statement, database.ddl(new Change.CreateEnum(definition)));
            }
            connection.setAutoCommit(false);
            for (Column from : columns) {
                wrong.addAll(changes(database, connection, statement, from, columns));
                connection.rollback();
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** One table for each column to become, so that the catalog is read once for all of them. */
    private static List<String> changes(
            Database database, Connection connection, Statement statement, Column from, List<Column> columns)
            throws SQLException {
        List<String> scripts = new ArrayList<>();
        for (Column to : columns) {
            QualifiedName table = QualifiedName.of("Some Table " + scripts.size());
            List<Sql> sql = from.equals(to) ? List.of() : database.ddl(new Change.AlterColumn(table, from, to));
            scripts.add(sql.stream().map(Sql::text).collect(Collectors.joining("\n")));
            execute(statement, database.ddl(new Change.CreateTable(table(from).withName(table))));
            execute(statement, sql);
        }
        CanonicalSchema live = database.dialect().catalog(database.server()).read(connection, database.scope());
        Schema unordered = Unordered.of(live.schema());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            QualifiedName name = QualifiedName.of("Some Table " + i);
            Table wanted = table(columns.get(i)).withName(name);
            Table is = unordered.table(name).orElseThrow();
            if (!Unordered.of(Schema.of(wanted)).equals(Schema.of(is))) {
                wrong.add(ColumnText.of(from) + " → " + ColumnText.of(columns.get(i)) + "\n" + scripts.get(i)
                        + "\nbecame " + is);
            }
        }
        return wrong;
    }

    private static Table table(Column column) {
        return Table.of(TABLE, List.of(Column.of("a", INTEGER), column));
    }

    private static List<Column> columns(boolean virtual) {
        List<Column> columns = new ArrayList<>();
        columns.add(column(INTEGER));
        columns.add(column(INTEGER).notNull());
        columns.add(column(INTEGER).withGeneration(Generation.defaultTo("5")));
        columns.add(column(INTEGER).withComment(Optional.of("it's")));
        columns.add(column(INTEGER).notNull().withGeneration(Generation.autoIncrement()));
        columns.add(column(INTEGER)
                .notNull()
                .withGeneration(Generation.autoIncrement())
                .withOptions(Options.of("sequence", "INCREMENT BY 2")));
        columns.add(
                column(INTEGER).notNull().withGeneration(identity(Generation.Identity.Mode.ALWAYS, Options.none())));
        columns.add(column(BIG)
                .notNull()
                .withGeneration(identity(
                        Generation.Identity.Mode.BY_DEFAULT,
                        Options.of("start", "10").with("increment", "3").with("cycle", ""))));
        columns.add(column(BIG));
        columns.add(column(BIG).notNull().withGeneration(Generation.autoIncrement()));
        columns.add(column(new DataType.Int(DataType.Int.Size.SMALL)).withGeneration(Generation.defaultTo("5")));
        columns.add(column(new DataType.Decimal(OptionalInt.of(7), OptionalInt.of(2)))
                .withGeneration(Generation.defaultTo("1.50")));
        columns.add(column(new DataType.Approximate(DataType.Approximate.Kind.REAL)));
        columns.add(column(new DataType.Bool()).withGeneration(Generation.defaultTo("true")));
        columns.add(column(new DataType.Varchar(10)).withGeneration(Generation.defaultTo("'a'::character varying")));
        columns.add(column(new DataType.Varchar(20)).notNull());
        columns.add(column(new DataType.Char(3, false)).withGeneration(Generation.defaultTo("'a'::bpchar")));
        columns.add(column(TEXT).withCollation(Optional.of("C")).withGeneration(Generation.defaultTo("'a'::text")));
        columns.add(column(TEXT).withOptions(Options.of("storage", "EXTERNAL").with("compression", "pglz")));
        columns.add(column(MOOD).withGeneration(Generation.defaultTo("'a'::mood")));
        columns.add(column(LEVEL).notNull().withGeneration(Generation.defaultTo("'a'::\"Level\"")));
        columns.add(column(new DataType.Date()).withGeneration(Generation.defaultTo("CURRENT_DATE")));
        columns.add(column(new DataType.Timestamp(OptionalInt.empty(), true))
                .withGeneration(Generation.defaultTo("now()")));
        columns.add(column(new DataType.Time(OptionalInt.of(3), false)));
        columns.add(column(new DataType.Uuid()).withGeneration(Generation.defaultTo("gen_random_uuid()")));
        columns.add(column(new DataType.Json(false)));
        columns.add(column(new DataType.Json(true)).withGeneration(Generation.defaultTo("'{}'::jsonb")));
        columns.add(column(new DataType.Blob(DataType.LobSize.REGULAR)));
        columns.add(column(new DataType.Array(INTEGER)).withGeneration(Generation.defaultTo("'{}'::integer[]")));
        columns.add(column(new DataType.Array(MOOD)));
        columns.add(column(new DataType.Array(new DataType.Varchar(5))));
        columns.add(column(new DataType.Other("inet")));
        columns.add(column(INTEGER).withGeneration(stored("a + 1")));
        columns.add(column(INTEGER).notNull().withGeneration(stored("a + 2")));
        columns.add(column(BIG).withGeneration(stored("a * 2")));
        if (virtual) {
            columns.add(column(INTEGER).withGeneration(computed("a + 1", Generation.Computed.Storage.VIRTUAL)));
            columns.add(column(INTEGER).withGeneration(computed("a + 2", Generation.Computed.Storage.VIRTUAL)));
        }
        return columns;
    }

    private static Column column(DataType type) {
        return Column.of("Some Column", type);
    }

    private static Generation identity(Generation.Identity.Mode mode, Options options) {
        return new Generation.Identity(mode, options);
    }

    private static Generation stored(String expression) {
        return computed(expression, Generation.Computed.Storage.STORED);
    }

    private static Generation computed(String expression, Generation.Computed.Storage storage) {
        return new Generation.Computed(new dev.fk.core.schema.Expression(expression), storage);
    }

    @Test
    void values_survive_where_they_can(Database database) throws SQLException {
        DataType bool = new DataType.Bool();
        DataType varchar = new DataType.Varchar(10);
        DataType decimal = new DataType.Decimal(OptionalInt.of(7), OptionalInt.of(2));
        assertThat(converted(database, varchar, INTEGER, "'42'")).isEqualTo("42");
        assertThat(converted(database, varchar, MOOD, "'b'")).isEqualTo("b");
        assertThat(converted(database, MOOD, LEVEL, "'b'")).isEqualTo("b");
        assertThat(converted(database, MOOD, TEXT, "'b'")).isEqualTo("b");
        assertThat(converted(database, bool, INTEGER, "true")).isEqualTo("1");
        assertThat(converted(database, bool, BIG, "true")).isEqualTo("1");
        assertThat(converted(database, decimal, bool, "1.00")).isEqualTo("t");
        assertThat(converted(database, decimal, INTEGER, "1.50")).isEqualTo("2");
        assertThat(converted(database, TEXT, new DataType.Json(true), "'{\"a\":1}'"))
                .isEqualTo("{\"a\": 1}");
        assertThat(converted(database, TEXT, new DataType.Date(), "'2020-01-31'"))
                .isEqualTo("2020-01-31");
        assertThat(converted(database, new DataType.Array(TEXT), new DataType.Array(MOOD), "'{a,b}'"))
                .isEqualTo("{a,b}");
        assertThat(converted(database, new DataType.Array(MOOD), new DataType.Array(LEVEL), "'{a,b}'"))
                .isEqualTo("{a,b}");
    }

    /** A cast would cut it off. */
    @Test
    void refuses_a_value_that_does_not_fit_rather_than_cut_it_off(Database database) throws SQLException {
        assertThatThrownBy(() -> converted(database, TEXT, new DataType.Varchar(3), "'abcdef'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("value too long for type character varying(3)");
    }

    /** A column that begins to count goes on after the numbers that are there. */
    @Test
    void counts_on_after_the_rows_there_are(Database database) throws SQLException {
        Column plain = column(INTEGER).notNull();
        List<Column> counting = List.of(
                plain.withGeneration(Generation.autoIncrement()),
                plain.withGeneration(identity(Generation.Identity.Mode.BY_DEFAULT, Options.none())));
        for (Column to : counting) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                execute(statement, database.ddl(new Change.CreateTable(table(plain))));
                statement.execute("INSERT INTO \"Some Table\" VALUES (1, 41)");
                execute(statement, database.ddl(new Change.AlterColumn(TABLE, plain, to)));
                statement.execute("INSERT INTO \"Some Table\" VALUES (2)");
                assertThat(value(statement, "SELECT max(\"Some Column\") FROM \"Some Table\""))
                        .isEqualTo("42");
                connection.rollback();
            }
        }
    }

    /** The number of a row that is gone may still be known elsewhere: nobody gets it again. */
    @Test
    void counts_on_where_the_sequence_before_it_was(Database database) throws SQLException {
        Column serial = column(INTEGER).notNull().withGeneration(Generation.autoIncrement());
        Column identity =
                column(INTEGER).notNull().withGeneration(identity(Generation.Identity.Mode.BY_DEFAULT, Options.none()));
        for (List<Column> change : List.of(List.of(serial, identity), List.of(identity, serial))) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                execute(statement, database.ddl(new Change.CreateTable(table(change.get(0)))));
                statement.execute("INSERT INTO \"Some Table\" VALUES (1), (2), (3)");
                statement.execute("DELETE FROM \"Some Table\" WHERE a > 1");
                execute(statement, database.ddl(new Change.AlterColumn(TABLE, change.get(0), change.get(1))));
                statement.execute("INSERT INTO \"Some Table\" VALUES (4)");
                assertThat(value(statement, "SELECT max(\"Some Column\") FROM \"Some Table\""))
                        .isEqualTo("4");
                connection.rollback();
            }
        }
    }

    private static String converted(Database database, DataType from, DataType to, String value) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (EnumDefinition definition : ENUMS) {
                execute(statement, database.ddl(new Change.CreateEnum(definition)));
            }
            execute(statement, database.ddl(new Change.CreateTable(table(column(from)))));
            statement.execute("INSERT INTO \"Some Table\" VALUES (1, " + value + ")");
            execute(statement, database.ddl(new Change.AlterColumn(TABLE, column(from), column(to))));
            String converted = value(statement, "SELECT \"Some Column\" FROM \"Some Table\"");
            connection.rollback();
            return converted;
        }
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Statement statement, List<Sql> sql) throws SQLException {
        for (Sql each : sql) {
            statement.addBatch(each.text());
        }
        try {
            statement.executeBatch();
        } catch (java.sql.BatchUpdateException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
