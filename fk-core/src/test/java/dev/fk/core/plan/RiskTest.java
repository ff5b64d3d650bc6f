package dev.fk.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.mysql.MariaDbDialect;
import dev.fk.core.dialect.mysql.MySqlDialect;
import dev.fk.core.dialect.postgresql.PostgreSqlDialect;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What changes risk, by server: SAFE means that no row can make it fail or be lost. */
class RiskTest {
    private static final QualifiedName T = QualifiedName.of("t");
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG);
    private static final DataType SMALL = new DataType.Int(DataType.Int.Size.SMALL);

    private static final ServerInfo POSTGRES = info(new PostgreSqlDialect(), "PostgreSQL", "18.1", "");
    private static final String STRICT = "STRICT_TRANS_TABLES,NO_ZERO_DATE";
    private static final ServerInfo MYSQL = info(new MySqlDialect(), "MySQL", "9.7.4", STRICT);
    private static final ServerInfo LOOSE = info(new MySqlDialect(), "MySQL", "9.7.4", "");
    private static final ServerInfo MARIADB = info(new MariaDbDialect(), "MariaDB", "11.8.9", "STRICT_TRANS_TABLES");
    private static final List<ServerInfo> ALL = List.of(POSTGRES, MYSQL, LOOSE, MARIADB);

    private static ServerInfo info(Dialect dialect, String product, String version, String mode) {
        return new ServerInfo(
                dialect.id(), product, ServerVersion.parse(version), "fk", "public", Options.of("sql_mode", mode));
    }

    /** How PostgreSQL writes changes, for tests that ask for their order alone. */
    static Ddl ddl() {
        return new PostgreSqlDialect().ddl(POSTGRES);
    }

    private static Dialect dialect(ServerInfo server) {
        return server.product().equals("PostgreSQL")
                ? new PostgreSqlDialect()
                : server.product().equals("MySQL") ? new MySqlDialect() : new MariaDbDialect();
    }

    private static Risk risk(ServerInfo server, Change change, Column... columns) {
        Table table = Table.of(T, List.of(columns));
        CanonicalSchema from = dialect(server).canonicalizer(server).canonical(Schema.of(table));
        Plan plan = new Planner(dialect(server), server).plan(ChangeSet.of(change), from);
        return plan.steps().get(0).assessment().risk();
    }

    private static Risk type(ServerInfo server, DataType from, DataType to) {
        Column column = Column.of("c", from);
        return risk(server, new Change.AlterColumn(T, column, column.withType(to)), column);
    }

    @Test
    void wider_is_safe_everywhere() {
        for (ServerInfo server : ALL) {
            assertThat(type(server, INT, BIG)).isEqualTo(Risk.SAFE);
            assertThat(type(server, new DataType.Varchar(5), new DataType.Varchar(6)))
                    .isEqualTo(Risk.SAFE);
            assertThat(type(server, decimal(5, 2), decimal(7, 3))).isEqualTo(Risk.SAFE);
        }
    }

    @Test
    void more_digits_of_a_second_are_safe_on_the_mysql_family() {
        DataType milliseconds = new DataType.DateTime(OptionalInt.of(3));
        DataType microseconds = new DataType.DateTime(OptionalInt.of(6));
        assertThat(type(MARIADB, milliseconds, microseconds)).isEqualTo(Risk.SAFE);
        assertThat(type(MYSQL, microseconds, milliseconds)).isEqualTo(Risk.DESTRUCTIVE);
        assertThat(type(MARIADB, new DataType.Date(), milliseconds)).isEqualTo(Risk.SAFE);
    }

    /** 16777216 is written as 16777200 by MySQL and MariaDB. */
    @Test
    void a_float_is_written_with_fewer_digits_than_it_has() {
        DataType single = new DataType.Approximate(DataType.Approximate.Kind.FLOAT);
        assertThat(type(MYSQL, single, new DataType.Varchar(20))).isEqualTo(Risk.DESTRUCTIVE);
        assertThat(type(POSTGRES, single, new DataType.Varchar(40))).isEqualTo(Risk.DATA_DEPENDENT);
    }

    @Test
    void a_date_of_zeros_is_in_the_way_where_the_mode_refuses_it() {
        DataType moment = new DataType.DateTime(OptionalInt.of(6));
        assertThat(type(MYSQL, new DataType.DateTime(OptionalInt.of(3)), moment))
                .isEqualTo(Risk.DATA_DEPENDENT);
        assertThat(type(MYSQL, new DataType.Date(), moment)).isEqualTo(Risk.DATA_DEPENDENT);
    }

    @Test
    void narrower_fails_in_strict_mode_and_loses_without_it() {
        for (ServerInfo server : List.of(POSTGRES, MYSQL, MARIADB)) {
            assertThat(type(server, INT, SMALL)).isEqualTo(Risk.DATA_DEPENDENT);
            assertThat(type(server, new DataType.Varchar(6), new DataType.Varchar(5)))
                    .isEqualTo(Risk.DATA_DEPENDENT);
        }
        assertThat(type(LOOSE, INT, SMALL)).isEqualTo(Risk.DESTRUCTIVE);
        assertThat(type(LOOSE, new DataType.Varchar(6), new DataType.Varchar(5)))
                .isEqualTo(Risk.DESTRUCTIVE);
    }

    @Test
    void rounding_loses_in_silence_everywhere() {
        DataType moment = new DataType.Timestamp(OptionalInt.of(3), false);
        for (ServerInfo server : ALL) {
            assertThat(type(server, decimal(7, 3), decimal(7, 2))).isEqualTo(Risk.DESTRUCTIVE);
            assertThat(type(server, decimal(7, 3), INT)).isEqualTo(Risk.DESTRUCTIVE);
            assertThat(type(server, moment, new DataType.Date())).isEqualTo(Risk.DESTRUCTIVE);
            DataType real = new DataType.Approximate(DataType.Approximate.Kind.REAL);
            assertThat(type(server, real, decimal(10, 0))).isEqualTo(Risk.DESTRUCTIVE);
            assertThat(type(server, BIG, new DataType.Approximate(DataType.Approximate.Kind.DOUBLE)))
                    .isEqualTo(Risk.DESTRUCTIVE);
        }
    }

    private static DataType decimal(int precision, int scale) {
        return new DataType.Decimal(OptionalInt.of(precision), OptionalInt.of(scale));
    }

    @Test
    void not_null_replaces_nulls_where_the_mode_is_not_strict() {
        Column column = Column.of("c", INT);
        Change change = new Change.AlterColumn(T, column, column.notNull());
        assertThat(risk(POSTGRES, change, column)).isEqualTo(Risk.DATA_DEPENDENT);
        assertThat(risk(MYSQL, change, column)).isEqualTo(Risk.DATA_DEPENDENT);
        assertThat(risk(LOOSE, change, column)).isEqualTo(Risk.DESTRUCTIVE);
    }

    @Test
    void a_new_column_without_a_default_needs_rows_to_be_absent_on_postgresql_alone() {
        Column there = Column.of("id", INT);
        Change change = new Change.AddColumn(T, Column.of("c", INT).notNull(), ColumnPosition.last());
        assertThat(risk(POSTGRES, change, there)).isEqualTo(Risk.DATA_DEPENDENT);
        assertThat(risk(MYSQL, change, there)).isEqualTo(Risk.SAFE);
        for (DataType moment : List.of(new DataType.Date(), new DataType.DateTime(OptionalInt.empty()))) {
            Change day = new Change.AddColumn(T, Column.of("c", moment).notNull(), ColumnPosition.last());
            assertThat(risk(MYSQL, day, there)).isEqualTo(Risk.DATA_DEPENDENT);
            assertThat(risk(MARIADB, day, there)).isEqualTo(Risk.SAFE);
        }
    }

    @Test
    void a_label_that_goes_fails_or_becomes_empty() {
        DataType two = new DataType.EnumType(List.of("a", "b"));
        DataType one = new DataType.EnumType(List.of("a"));
        assertThat(type(MYSQL, two, one)).isEqualTo(Risk.DATA_DEPENDENT);
        assertThat(type(LOOSE, two, one)).isEqualTo(Risk.DESTRUCTIVE);
        assertThat(type(LOOSE, one, two)).isEqualTo(Risk.SAFE);
    }

    @Test
    void counting_up_from_now_on_numbers_zeros_anew_on_the_mysql_family() {
        Column column = Column.of("c", INT).notNull();
        Change change = new Change.AlterColumn(T, column, column.withGeneration(Generation.autoIncrement()));
        assertThat(risk(MYSQL, change, column)).isEqualTo(Risk.DATA_DEPENDENT);
        assertThat(risk(POSTGRES, change, column)).isEqualTo(Risk.SAFE);
    }

    @Test
    void another_collation_may_make_duplicates_of_what_is_unique() {
        Column column = Column.of("c", new DataType.Varchar(5)).notNull();
        Column binary = column.withCollation(Optional.of("utf8mb4_bin"));
        Column folded = column.withCollation(Optional.of("utf8mb4_unicode_ci"));
        Table table = Table.of(T, List.of(binary)).withPrimaryKey(Optional.of(PrimaryKey.of("c")));
        Plan plan = new Planner(dialect(MYSQL), MYSQL)
                .plan(
                        ChangeSet.of(new Change.AlterColumn(T, binary, folded)),
                        new CanonicalSchema(Schema.of(table), MYSQL.dialect()));
        Step step = plan.steps().get(0);
        assertThat(step.assessment().reason()).isEqualTo("fails if values of t.c become duplicates");
        assertThat(step.checks()).singleElement().satisfies(c -> {
            assertThat(c.code()).isEqualTo("FK304");
            assertThat(c.probe().text()).contains("`c` COLLATE utf8mb4_unicode_ci AS `c`");
        });
    }

    @Test
    void a_foreign_key_with_other_actions_is_checked_anew() {
        ForeignKey key = ForeignKey.of(List.of("c"), T, List.of("id")).named("t_c");
        Change change = new Change.AlterForeignKey(
                T, key, key.withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION));
        for (ServerInfo server : ALL) {
            Table table = Table.of(T, List.of(Column.of("id", INT).notNull(), Column.of("c", INT)))
                    .withForeignKeys(List.of(key));
            Plan plan = new Planner(dialect(server), server)
                    .plan(ChangeSet.of(change), new CanonicalSchema(Schema.of(table), server.dialect()));
            assertThat(plan.steps())
                    .last()
                    .satisfies(s -> assertThat(s.assessment().risk()).isEqualTo(Risk.DATA_DEPENDENT));
            assertThat(plan.steps()).last().satisfies(s -> assertThat(s.checks())
                    .hasSize(1));
        }
    }

    @Test
    void what_is_not_enforced_and_what_is_renamed_in_place_is_safe() {
        Column column = Column.of("c", INT);
        Check check = Check.of("positive", "c > 0");
        Check later = new Check(check.name(), check.expression(), Enforcement.NOT_VALID, check.options());
        assertThat(risk(POSTGRES, new Change.AddCheck(T, later), column)).isEqualTo(Risk.SAFE);
        Change rename = new Change.RenameConstraint(T, check, check.withName(Optional.of("above")));
        assertThat(risk(POSTGRES, rename, column)).isEqualTo(Risk.SAFE);
        assertThat(risk(MYSQL, rename, column)).isEqualTo(Risk.DATA_DEPENDENT);
    }

    @Test
    void another_storage_engine_loses_what_it_does_not_know() {
        Change change = new Change.AlterOptions(T, Options.none(), Options.of("engine", "MEMORY"));
        assertThat(risk(MYSQL, change, Column.of("c", INT))).isEqualTo(Risk.DESTRUCTIVE);
    }
}
