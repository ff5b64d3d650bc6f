package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.Vocabulary;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was planned is what is read, and then there is nothing left to do, on every server of the family. */
@Tag("thorough")
class LawsOnMySqlTest {
    private static final int SCHEMAS = Integer.getInteger("fk.random.schemas", 100);
    /** Two schemas for each law of one take twice as long. */
    private static final int PAIRS = Math.max(1, SCHEMAS / 2);

    private static final int MAX_TABLES = 5;

    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG, true, false);
    private static final DataType STRING = new DataType.Varchar(45);
    private static final DataType MONEY = new DataType.Decimal(OptionalInt.of(10), OptionalInt.of(2));
    private static final DataType MOMENT = new DataType.DateTime(OptionalInt.of(3));
    private static final DataType TEXT = new DataType.Text(DataType.LobSize.REGULAR);
    private static final DataType YES = new DataType.Bool();

    static Vocabulary vocabulary() {
        return new Vocabulary(
                List.of(INT, BIG, STRING, new DataType.Uuid()),
                List.of(
                        YES,
                        MONEY,
                        MOMENT,
                        TEXT,
                        new DataType.Json(false),
                        new DataType.Date(),
                        new DataType.Time(OptionalInt.empty(), false),
                        new DataType.Timestamp(OptionalInt.of(6), true),
                        new DataType.Approximate(DataType.Approximate.Kind.FLOAT),
                        new DataType.Approximate(DataType.Approximate.Kind.REAL),
                        new DataType.Int(DataType.Int.Size.TINY),
                        new DataType.Int(DataType.Int.Size.MEDIUM, true, true),
                        new DataType.Char(3, true),
                        new DataType.Binary(16),
                        new DataType.Varbinary(20),
                        new DataType.Blob(DataType.LobSize.LONG),
                        new DataType.Other("set('a','b')"),
                        new DataType.EnumType(List.of("a", "it's", "b\\c"))),
                Map.of(
                        INT, List.of("0", "'42'", "-1"),
                        BIG, List.of("18446744073709551615"),
                        STRING, List.of("'x'", "''", "'it''s'", "'a\\\\b'", "'NULL'", "upper('x')"),
                        MONEY, List.of("1.5", "'0'", "10"),
                        MOMENT, List.of("now(3)", "current_timestamp(3)", "'2020-01-01 10:00'"),
                        YES, List.of("true", "0"),
                        TEXT, List.of("'abc'")),
                Map.of(
                        INT,
                        List.of("`%s` > 0", "%s > 0 and %1$s < 100"),
                        STRING,
                        List.of("`%s` <> 'x'", "length(%s) > 1")),
                List.of(
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.RESTRICT,
                        ReferentialAction.CASCADE,
                        ReferentialAction.SET_NULL),
                List.of(Deferrability.NOT_DEFERRABLE),
                List.of(Generation.autoIncrement(), new Generation.Identity(Generation.Identity.Mode.ALWAYS)),
                true,
                true);
    }

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    private interface Law {
        void holds(Live live, long seed) throws SQLException;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_was_planned_is_what_is_read_and_nothing_is_left_to_do(MySqlServers.Server server) throws SQLException {
        forAllSeeds(server, SCHEMAS, (live, seed) -> {
            CanonicalSchema wish = live.canonical(new RandomSchemas(seed, vocabulary()).schema(MAX_TABLES));
            assertThat(live.canonical(wish.schema())).isEqualTo(wish);
            live.becomes(wish);
            CanonicalSchema read = live.read();
            assertThat(live.canonical(read.schema())).isEqualTo(read);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void one_schema_becomes_another(MySqlServers.Server server) throws SQLException {
        forAllSeeds(server, PAIRS, (live, seed) -> {
            RandomSchemas.Pair pair = new RandomSchemas(seed, vocabulary()).pair(MAX_TABLES);
            live.becomes(live.canonical(pair.from()));
            live.becomes(live.canonical(pair.to()));
        });
    }

    private static void forAllSeeds(MySqlServers.Server server, int count, Law law) throws SQLException {
        long first = RandomSchemas.seed();
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            for (long seed = first; seed < first + count; seed++) {
                try {
                    law.holds(Live.of(database), seed);
                    database.clear();
                } catch (AssertionError | RuntimeException | SQLException failure) {
                    throw new AssertionError(
                            "Replay with -Dfk.random.seed=" + seed + " -Dfk.random.schemas=1 on " + server, failure);
                }
            }
        }
    }
}
