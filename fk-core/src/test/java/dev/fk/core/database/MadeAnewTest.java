package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes and comes again in a plan keeps what hangs on it, by what the server's own views say. */
@OnPostgres
class MadeAnewTest {
    /** Tables as they are and are to be, and what is said of them beyond that. */
    private record Case(String before, String after, String said, String question) {}

    private static final String COMMENTS =
            "SELECT conname, obj_description(k.oid, 'pg_constraint') FROM pg_constraint k WHERE obj_description(k.oid, 'pg_constraint')"
                    + " IS NOT NULL ORDER BY 1";
    private static final String INDEXES =
            "SELECT c.relname, obj_description(c.oid, 'pg_class'), indisclustered, indisreplident, t.relreplident, (SELECT string_agg("
                    + "nullif(attstattarget, -1)::text, ',') FROM pg_attribute WHERE attrelid = c.oid) AS s FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
                    + " JOIN pg_class t ON t.oid = indrelid WHERE t.relnamespace = 'public'::regnamespace ORDER BY 1";
    private static final String COLUMN =
            "SELECT attacl::text, attstattarget, attoptions::text, attstorage, attcompression, col_description(attrelid, attnum)"
                    + " FROM pg_attribute WHERE attrelid = 'a'::regclass AND attname = 'g'";
    private static final String SEQUENCES =
            "SELECT c.relname, ARRAY(SELECT x::text FROM unnest(relacl) AS x ORDER BY 1)::text AS acl, pg_get_userbyid(c.relowner), obj_description(c.oid, 'pg_class'), pg_get_serial_sequence('a', 'n')"
                    + " FROM pg_class c WHERE relkind = 'S' ORDER BY 1";
    private static final String STORED = "(n INT PRIMARY KEY, g %s GENERATED ALWAYS AS (n + %d) STORED)";

    private static final String LONG_VALUES =
            "; ALTER TABLE a ALTER g SET STORAGE EXTERNAL; ALTER TABLE a ALTER g SET COMPRESSION pglz;"
                    + " COMMENT ON COLUMN a.g IS 'x'; ALTER TABLE a ADD CHECK (g <> ''), ADD UNIQUE (g) INCLUDE (n) WITH (fillfactor = 70)";

    private static final Map<String, Case> CASES = Map.ofEntries(
            Map.entry(
                    "a foreign key with another action",
                    new Case(
                            "CREATE TABLE a (n INT PRIMARY KEY, m INT CONSTRAINT \"Up it\" REFERENCES a)",
                            "CREATE TABLE a (n INT PRIMARY KEY, m INT CONSTRAINT \"Up it\" REFERENCES a ON DELETE CASCADE)",
                            "COMMENT ON CONSTRAINT \"Up it\" ON a IS 'who''s up'",
                            COMMENTS)),
            Map.entry(
                    "foreign keys over which types change",
                    new Case(
                            "CREATE TABLE a (n INT PRIMARY KEY); CREATE TABLE b (n INT CONSTRAINT up REFERENCES a, m INT CONSTRAINT o REFERENCES a)",
                            "CREATE TABLE a (n BIGINT PRIMARY KEY);"
                                    + " CREATE TABLE b (n BIGINT CONSTRAINT up REFERENCES a, m BIGINT CONSTRAINT o REFERENCES a)",
                            "COMMENT ON CONSTRAINT up ON b IS 'up'; COMMENT ON CONSTRAINT o ON b IS 'o'; COMMENT ON CONSTRAINT a_pkey ON a IS 'key'",
                            COMMENTS)),
            Map.entry(
                    "what comes again by another name",
                    new Case(
                            "CREATE TABLE a (n INT PRIMARY KEY, g INT GENERATED ALWAYS AS (n + 1) STORED NOT NULL CONSTRAINT u UNIQUE,"
                                    + " CONSTRAINT c CHECK (g > 1)); CREATE TABLE b (n INT CONSTRAINT f REFERENCES a)",
                            "CREATE TABLE a (n BIGINT PRIMARY KEY, g INT GENERATED ALWAYS AS (n + 1) STORED NOT NULL CONSTRAINT \"Other u\" UNIQUE,"
                                    + " CONSTRAINT \"Other c\" CHECK (g > 1)); CREATE TABLE b (n BIGINT CONSTRAINT \"Other f\" REFERENCES a ON DELETE CASCADE)",
                            "COMMENT ON CONSTRAINT u ON a IS 'u'; COMMENT ON CONSTRAINT c ON a IS 'c'; COMMENT ON CONSTRAINT f ON b IS 'f';"
                                    + " COMMENT ON INDEX u IS 'i'; ALTER TABLE a CLUSTER ON u",
                            "SELECT obj_description(k.oid, 'pg_constraint') AS said, obj_description(conindid, 'pg_class') AS more, indisclustered FROM"
                                    + " pg_constraint k LEFT JOIN pg_index ON indexrelid = conindid AND contype = 'u' WHERE"
                                    + " obj_description(k.oid, 'pg_constraint') IS NOT NULL ORDER BY 1")),
            Map.entry(
                    "constraints that change names",
                    new Case(
                            "CREATE TABLE a (n INT CONSTRAINT c CHECK (n > 0), m INT CONSTRAINT d CHECK (m > 0))",
                            "CREATE TABLE a (n INT CONSTRAINT d CHECK (n > 0), m INT CONSTRAINT c CHECK (m > 0))",
                            "COMMENT ON CONSTRAINT c ON a IS 'of n'; COMMENT ON CONSTRAINT d ON a IS 'of m'",
                            "SELECT pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint') FROM pg_constraint WHERE conrelid = 'a'::regclass"
                                    + " ORDER BY 1")),
            Map.entry(
                    "twice the same foreign key",
                    new Case(
                            "CREATE TABLE a (n INT PRIMARY KEY, m INT CONSTRAINT c REFERENCES a CONSTRAINT d REFERENCES a)",
                            "CREATE TABLE a (n INT PRIMARY KEY, m INT CONSTRAINT c REFERENCES a ON DELETE CASCADE CONSTRAINT d REFERENCES a ON DELETE CASCADE)",
                            "COMMENT ON CONSTRAINT c ON a IS 'c'; COMMENT ON CONSTRAINT d ON a IS 'd'",
                            COMMENTS)),
            Map.entry(
                    "a check and keys that say something else",
                    new Case(
                            "CREATE TABLE a (n INT CONSTRAINT p PRIMARY KEY, m INT, CONSTRAINT u UNIQUE (n, m), CONSTRAINT c CHECK (n > 0))",
                            "CREATE TABLE a (n INT, m INT, CONSTRAINT p PRIMARY KEY (n, m), CONSTRAINT u UNIQUE (m), CONSTRAINT c CHECK (n > 1))",
                            "COMMENT ON CONSTRAINT p ON a IS 'p'; COMMENT ON CONSTRAINT u ON a IS 'u'; COMMENT ON CONSTRAINT c ON a IS 'c'",
                            COMMENTS)),
            Map.entry(
                    "a primary key by which replicas and the order of rows go",
                    new Case(
                            "CREATE TABLE a (n INT CONSTRAINT p PRIMARY KEY, m INT)",
                            "CREATE TABLE a (n INT, m INT, CONSTRAINT p PRIMARY KEY (n, m))",
                            "COMMENT ON INDEX p IS 'p'; ALTER TABLE a CLUSTER ON p; ALTER TABLE a REPLICA IDENTITY USING INDEX p",
                            INDEXES)),
            Map.entry(
                    "a unique key by which replicas and the order of rows go",
                    new Case(
                            "CREATE TABLE a (n INT NOT NULL, m INT NOT NULL, CONSTRAINT u UNIQUE (n, m))",
                            "CREATE TABLE a (n INT NOT NULL, m INT NOT NULL, CONSTRAINT u UNIQUE (m))",
                            "ALTER TABLE a CLUSTER ON u; ALTER TABLE a REPLICA IDENTITY USING INDEX u",
                            INDEXES)),
            Map.entry(
                    "a unique index by which replicas and the order of rows go",
                    new Case(
                            "CREATE TABLE a (n INT NOT NULL, m INT NOT NULL); CREATE UNIQUE INDEX i ON a (n, m)",
                            "CREATE TABLE a (n INT NOT NULL, m INT NOT NULL); CREATE UNIQUE INDEX i ON a (m, n DESC)",
                            "ALTER TABLE a CLUSTER ON i; ALTER TABLE a REPLICA IDENTITY USING INDEX i",
                            INDEXES)),
            Map.entry(
                    "an index with another condition",
                    new Case(
                            "CREATE TABLE a (n INT, m INT); CREATE INDEX \"By n\" ON a (abs(n)) WHERE m > 1",
                            "CREATE TABLE a (n INT, m INT); CREATE INDEX \"By n\" ON a (abs(n)) WHERE m > 2",
                            "COMMENT ON INDEX \"By n\" IS 'n'",
                            INDEXES)),
            Map.entry(
                    "what stands on a generated column",
                    new Case(
                            "CREATE TABLE a (n INT PRIMARY KEY, g INT GENERATED ALWAYS AS (n + 1) STORED NOT NULL CONSTRAINT u UNIQUE, CHECK (g > 1));"
                                    + " CREATE INDEX i ON a ((g + 2)); CREATE TABLE b (g INT CONSTRAINT f REFERENCES a (g))",
                            "CREATE TABLE a (n BIGINT PRIMARY KEY, g INT GENERATED ALWAYS AS (n + 1) STORED NOT NULL CONSTRAINT u UNIQUE, CHECK (g > 1));"
                                    + " CREATE INDEX i ON a ((g + 2)); CREATE TABLE b (g INT CONSTRAINT f REFERENCES a (g))",
                            "COMMENT ON INDEX i IS 'i'; COMMENT ON INDEX u IS 'u'; ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 50;"
                                    + " ALTER TABLE a CLUSTER ON u; ALTER TABLE a REPLICA IDENTITY USING INDEX u",
                            INDEXES)),
            Map.entry(
                    "comments of what stands on a generated column",
                    new Case(
                            "CREATE TABLE a (n INT PRIMARY KEY, g INT GENERATED ALWAYS AS (n + 1) STORED CONSTRAINT u UNIQUE, CHECK (g > 1));"
                                    + " CREATE TABLE b (g INT CONSTRAINT f REFERENCES a (g))",
                            "CREATE TABLE a (n BIGINT PRIMARY KEY, g INT GENERATED ALWAYS AS (n + 1) STORED CONSTRAINT u UNIQUE, CHECK (g > 1));"
                                    + " CREATE TABLE b (g INT CONSTRAINT f REFERENCES a (g))",
                            "COMMENT ON CONSTRAINT u ON a IS 'u'; COMMENT ON CONSTRAINT f ON b IS 'f'; COMMENT ON CONSTRAINT a_g_check ON a IS 'c'",
                            COMMENTS)),
            Map.entry(
                    "a generated column",
                    new Case(
                            "CREATE TABLE a " + STORED.formatted("TEXT", 1).replace("n + 1", "repeat('x', n)"),
                            "CREATE TABLE a "
                                    + STORED.formatted("TEXT", 1)
                                            .replace("n INT", "n BIGINT")
                                            .replace("n + 1", "repeat('x', n::int)"),
                            "GRANT SELECT (g, n), REFERENCES (g) ON a TO pg_monitor; GRANT SELECT (g) ON a TO PUBLIC; ALTER TABLE a ALTER g SET STATISTICS 77;"
                                    + " ALTER TABLE a ALTER g SET (n_distinct = 5)",
                            COLUMN)),
            Map.entry(
                    "what a model has words for at a generated column",
                    new Case(
                            "CREATE TABLE a " + STORED.formatted("TEXT", 1).replace("n + 1", "repeat('x', n)")
                                    + LONG_VALUES,
                            "CREATE TABLE a "
                                    + STORED.formatted("TEXT", 1)
                                            .replace("n INT", "n BIGINT")
                                            .replace("n + 1", "repeat('x', n::int)")
                                    + LONG_VALUES,
                            "ALTER TABLE a ALTER g SET STATISTICS 0",
                            COLUMN)),
            Map.entry(
                    "statistics over a generated column",
                    new Case(
                            "CREATE TABLE a " + STORED.formatted("INT", 1),
                            "CREATE TABLE a " + STORED.formatted("INT", 1).replace("n INT", "n BIGINT"),
                            "CREATE STATISTICS \"S s\" (mcv) ON n, g FROM a; COMMENT ON STATISTICS \"S s\" IS 's'; ALTER STATISTICS \"S s\" SET STATISTICS 9",
                            "SELECT pg_get_statisticsobjdef(oid), stxstattarget, obj_description(oid, 'pg_statistic_ext') FROM pg_statistic_ext")),
            Map.entry(
                    "a sequence behind what becomes serial",
                    new Case(
                            "CREATE TABLE a (n INT GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME \"Num'bers\"))",
                            "CREATE TABLE a (n SERIAL)",
                            "GRANT USAGE ON SEQUENCE \"Num'bers\" TO pg_monitor; GRANT SELECT ON SEQUENCE \"Num'bers\" TO PUBLIC;"
                                    + " COMMENT ON SEQUENCE \"Num'bers\" IS 'n'",
                            SEQUENCES)),
            Map.entry(
                    "a sequence behind what is serial no more",
                    new Case(
                            "CREATE TABLE a (n SERIAL)",
                            "CREATE TABLE a (n INT NOT NULL GENERATED ALWAYS AS IDENTITY)",
                            "GRANT USAGE, UPDATE ON SEQUENCE a_n_seq TO pg_monitor WITH GRANT OPTION; COMMENT ON SEQUENCE a_n_seq IS 'n'",
                            SEQUENCES)),
            Map.entry(
                    "the numbers of two sequences",
                    new Case(
                            "CREATE TABLE a (n INT GENERATED ALWAYS AS IDENTITY (INCREMENT BY 5), m BIGINT GENERATED ALWAYS AS IDENTITY)",
                            "CREATE TABLE a (n INT NOT NULL, m BIGSERIAL); CREATE SEQUENCE s AS INT INCREMENT BY 5 OWNED BY a.n;"
                                    + " ALTER TABLE a ALTER n SET DEFAULT nextval('s')",
                            "SELECT setval('a_n_seq', 70), setval('a_m_seq', 9, false)",
                            "SELECT n.last_value + CASE WHEN n.is_called THEN 5 ELSE 0 END AS n, m.last_value FROM a_n_seq n, a_m_seq m")),
            Map.entry(
                    "in a table of somebody else",
                    new Case(
                            "CREATE TABLE a (n INT GENERATED ALWAYS AS IDENTITY)",
                            "CREATE TABLE a (n SERIAL)",
                            "ALTER TABLE a OWNER TO pg_monitor; GRANT USAGE ON SEQUENCE a_n_seq TO PUBLIC",
                            SEQUENCES)),
            Map.entry(
                    "tables that inherit",
                    new Case(
                            "CREATE TABLE a (n INT, g INT GENERATED ALWAYS AS (n + 1) STORED, CONSTRAINT c CHECK (n > 0)); CREATE TABLE b () INHERITS (a)",
                            "CREATE TABLE a (n BIGINT, g INT GENERATED ALWAYS AS (n + 1) STORED, CONSTRAINT c CHECK (n > 1)); CREATE TABLE b () INHERITS (a)",
                            "COMMENT ON CONSTRAINT c ON b IS 'of b'; GRANT SELECT (g) ON b TO pg_monitor; ALTER TABLE b ALTER g SET STATISTICS 7",
                            "SELECT conrelid::regclass::text, obj_description(k.oid, 'pg_constraint'), attacl::text, attstattarget FROM pg_constraint k"
                                    + " JOIN pg_attribute ON attrelid = conrelid AND attname = 'g' WHERE conname = 'c' ORDER BY 1")),
            Map.entry(
                    "in partitions what is only called the same",
                    new Case(
                            "CREATE TABLE p (n INT PRIMARY KEY); CREATE TABLE a (n INT CONSTRAINT f REFERENCES p, m INT CONSTRAINT h REFERENCES p)"
                                    + " PARTITION BY LIST (n); CREATE TABLE one (n INT CONSTRAINT g REFERENCES p, m INT CONSTRAINT f REFERENCES p (n));"
                                    + " ALTER TABLE a ATTACH PARTITION one FOR VALUES IN (1)",
                            "CREATE TABLE p (n INT PRIMARY KEY); CREATE TABLE a (n INT CONSTRAINT i REFERENCES p ON DELETE CASCADE, m INT CONSTRAINT h"
                                    + " REFERENCES p) PARTITION BY LIST (n); CREATE TABLE one PARTITION OF a FOR VALUES IN (1)",
                            "COMMENT ON CONSTRAINT f ON a IS 'of a'; COMMENT ON CONSTRAINT f ON one IS 'of one'",
                            "SELECT conrelid::regclass::text, obj_description(oid, 'pg_constraint') FROM pg_constraint WHERE"
                                    + " obj_description(oid, 'pg_constraint') IS NOT NULL ORDER BY 1")),
            Map.entry(
                    "partitions",
                    new Case(
                            "CREATE TABLE a (n INT, m INT, g INT GENERATED ALWAYS AS (m + 1) STORED, CONSTRAINT c CHECK (m > 0)) PARTITION BY LIST (n);"
                                    + " CREATE TABLE one PARTITION OF a FOR VALUES IN (1)",
                            "CREATE TABLE a (n INT, m BIGINT, g INT GENERATED ALWAYS AS (m + 1) STORED, CONSTRAINT c CHECK (m > 1)) PARTITION BY LIST (n);"
                                    + " CREATE TABLE one PARTITION OF a FOR VALUES IN (1)",
                            "COMMENT ON CONSTRAINT c ON a IS 'c'; COMMENT ON CONSTRAINT c ON one IS 'of one'; GRANT SELECT (g) ON one TO pg_monitor",
                            "SELECT conrelid::regclass::text, obj_description(k.oid, 'pg_constraint'), attacl::text FROM pg_constraint k JOIN pg_attribute ON"
                                    + " attrelid = conrelid AND attname = 'g' WHERE conname = 'c' ORDER BY 1")));

    @TestFactory
    Stream<DynamicTest> keeps_what_hangs_on_it(PostgresServer server) {
        return CASES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> keeps(server, e.getValue())));
    }

    @Test
    void keeps_of_a_column_that_becomes_virtual_what_such_columns_have(PostgresServer server) {
        assumeThat(server.majorVersion()).isGreaterThanOrEqualTo(18);
        keeps(
                server,
                new Case(
                        "CREATE TABLE a (n INT, g INT GENERATED ALWAYS AS (n + 1) STORED CONSTRAINT \"There is\" NOT NULL)",
                        "CREATE TABLE a (n INT, g INT GENERATED ALWAYS AS (n + 1) VIRTUAL NOT NULL)",
                        "GRANT SELECT (g) ON a TO PUBLIC; COMMENT ON CONSTRAINT \"There is\" ON a IS 'why'; ALTER TABLE a ALTER g SET STATISTICS 5;"
                                + " ALTER TABLE a ALTER g SET (n_distinct = 7); CREATE STATISTICS s ON n, g FROM a",
                        "SELECT conname, obj_description(k.oid, 'pg_constraint'), attacl::text FROM pg_constraint k JOIN pg_attribute ON"
                                + " attrelid = conrelid AND attname = 'g'"));
    }

    @Test
    void does_not_bring_back_a_not_null_that_goes(PostgresServer server) {
        assumeThat(server.majorVersion()).isGreaterThanOrEqualTo(18);
        keeps(
                server,
                new Case(
                        "CREATE TABLE a (n INT, g INT GENERATED ALWAYS AS (n + 1) STORED CONSTRAINT k NOT NULL)",
                        "CREATE TABLE a (n BIGINT, g INT GENERATED ALWAYS AS (n + 1) STORED)",
                        "GRANT SELECT (g) ON a TO PUBLIC; COMMENT ON CONSTRAINT k ON a IS 'k'",
                        "SELECT attacl::text FROM pg_attribute WHERE attrelid = 'a'::regclass AND attname = 'g'"));
    }

    @Test
    void does_not_bring_back_what_another_column_went_with(PostgresServer server) {
        keeps(
                server,
                new Case(
                        "CREATE TABLE a (n INT, m INT, g INT GENERATED ALWAYS AS (n + 1) STORED)",
                        "CREATE TABLE a (n BIGINT, g INT GENERATED ALWAYS AS (n + 1) STORED)",
                        "GRANT SELECT (g), UPDATE (m) ON a TO PUBLIC; CREATE STATISTICS s ON m, g FROM a",
                        "SELECT attacl::text FROM pg_attribute WHERE attrelid = 'a'::regclass AND attname = 'g'"));
    }

    @Test
    void keeps_no_more_of_a_key_than_a_deferrable_one_has(PostgresServer server) {
        keeps(
                server,
                new Case(
                        "CREATE TABLE a (n INT CONSTRAINT p PRIMARY KEY)",
                        "CREATE TABLE a (n INT CONSTRAINT p PRIMARY KEY DEFERRABLE)",
                        "ALTER TABLE a REPLICA IDENTITY USING INDEX p; COMMENT ON CONSTRAINT p ON a IS 'p'",
                        COMMENTS));
    }

    @Test
    void gives_replicas_nothing_to_tell_rows_apart_by_that_may_be_null(PostgresServer server) {
        keeps(
                server,
                new Case(
                        "CREATE TABLE a (n INT NOT NULL CONSTRAINT u UNIQUE, m INT)",
                        "CREATE TABLE a (n INT, m INT, CONSTRAINT u UNIQUE (n, m))",
                        "ALTER TABLE a REPLICA IDENTITY USING INDEX u; COMMENT ON CONSTRAINT u ON a IS 'u'",
                        COMMENTS));
    }

    private static void keeps(PostgresServer server, Case one) {
        CanonicalSchema wish = after(server, one.after()).read();
        Database database = after(server, one.before());
        execute(database, one.said());
        List<?> before = database.query(new Sql(one.question()));
        assertThat(before).isNotEmpty();

        CanonicalSchema there = database.read();
        Plan plan = database.plan(Differ.diff(there, wish), there);
        assertThat(plan.isEmpty()).isFalse();
        database.run(plan);

        assertThat(database.query(new Sql(one.question())).toString())
                .as(plan.render())
                .isEqualTo(before.toString());
        assertThat(Differ.diff(database.read(), wish).changes()).isEmpty();
    }

    private static Database after(PostgresServer server, String statements) {
        Database database = server.fresh();
        execute(database, statements);
        return database;
    }

    private static void execute(Database database, String statements) {
        Stream.of(statements.split(";")).forEach(s -> database.execute(new Sql(s.strip())));
    }
}
