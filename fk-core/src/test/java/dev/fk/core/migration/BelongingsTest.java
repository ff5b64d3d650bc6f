package dev.fk.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Attributes;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes with a table without a word comes back with it, by what the server's own views say. */
@OnPostgres
class BelongingsTest {
    private static final Migration DROP = new Step("1-drop", q -> q.dropTable("note"));

    private record Case(String setup, String question) {}

    private static final Map<String, Case> POSTGRES = Map.ofEntries(
            Map.entry(
                    "row-level security",
                    new Case(
                            "CREATE POLICY own ON note AS RESTRICTIVE FOR SELECT USING (owner = CURRENT_USER);"
                                    + " CREATE POLICY made ON note FOR INSERT TO pg_monitor WITH CHECK (no > 1);"
                                    + " COMMENT ON POLICY own ON note IS 'it''s';"
                                    + " ALTER TABLE note ENABLE ROW LEVEL SECURITY; ALTER TABLE note FORCE ROW LEVEL SECURITY",
                            "SELECT p.*, c.relrowsecurity, c.relforcerowsecurity, obj_description(o.oid, 'pg_policy')"
                                    + " FROM pg_policies p, pg_class c JOIN pg_policy o ON o.polrelid = c.oid"
                                    + " WHERE c.relname = 'note' AND o.polname = p.policyname ORDER BY policyname")),
            Map.entry(
                    "triggers",
                    new Case(
                            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                                    + " CREATE TRIGGER a BEFORE INSERT OR UPDATE OF owner ON note FOR EACH ROW WHEN (new.no > 0) EXECUTE FUNCTION f();"
                                    + " CREATE CONSTRAINT TRIGGER b AFTER UPDATE ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();"
                                    + " ALTER TABLE note DISABLE TRIGGER a; ALTER TABLE note ENABLE ALWAYS TRIGGER b;"
                                    + " COMMENT ON TRIGGER b ON note IS 'b'",
                            "SELECT pg_get_triggerdef(oid), tgenabled, obj_description(oid, 'pg_trigger') FROM pg_trigger"
                                    + " WHERE tgname IN ('a', 'b') ORDER BY 1")),
            Map.entry(
                    "rules",
                    new Case(
                            "CREATE TABLE log (no INT); CREATE RULE r AS ON DELETE TO note DO ALSO INSERT INTO log VALUES (old.no);"
                                    + " ALTER TABLE note ENABLE ALWAYS RULE r; COMMENT ON RULE r ON note IS 'r'",
                            "SELECT pg_get_ruledef(oid), ev_enabled, obj_description(oid, 'pg_rewrite') FROM pg_rewrite WHERE rulename = 'r'")),
            Map.entry(
                    "rights",
                    new Case(
                            "GRANT SELECT, INSERT ON note TO pg_monitor; GRANT UPDATE (owner), SELECT (no, owner) ON note TO pg_read_all_stats"
                                    + " WITH GRANT OPTION; GRANT DELETE ON note TO PUBLIC; GRANT USAGE ON SEQUENCE note_no_seq TO PUBLIC",
                            "SELECT relname, ARRAY(SELECT x::text FROM unnest(relacl) AS x ORDER BY 1)::text AS acl, ARRAY(SELECT attname || attacl::text FROM pg_attribute WHERE attrelid = pg_class.oid"
                                    + " AND attacl IS NOT NULL ORDER BY attname)::text AS columns FROM pg_class WHERE relacl IS NOT NULL"
                                    + " AND relname LIKE 'note%' ORDER BY 1")),
            Map.entry(
                    "owner",
                    new Case(
                            "ALTER TABLE note OWNER TO pg_monitor",
                            "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname = 'note'")),
            Map.entry(
                    "publications",
                    new Case(
                            "CREATE PUBLICATION outside FOR TABLE note (no, owner) WHERE (no > 3); CREATE PUBLICATION whole FOR TABLE note",
                            "SELECT * FROM pg_publication_tables ORDER BY pubname")),
            Map.entry(
                    "statistics",
                    new Case(
                            "CREATE STATISTICS together (dependencies) ON no, owner FROM note; ALTER TABLE note ALTER no SET STATISTICS 77;"
                                    + " ALTER TABLE note ALTER owner SET (n_distinct = 5)",
                            "SELECT pg_get_statisticsobjdef(oid), (SELECT string_agg(concat(attstattarget, attoptions), ' ' ORDER BY attnum)"
                                    + " FROM pg_attribute WHERE attrelid = stxrelid AND attnum > 0) FROM pg_statistic_ext")),
            Map.entry(
                    "comments of constraints and indexes",
                    new Case(
                            "COMMENT ON CONSTRAINT note_pkey ON note IS 'key'; CREATE INDEX by_owner ON note (owner);"
                                    + " COMMENT ON INDEX by_owner IS 'index'",
                            "SELECT objoid::regclass::text, description FROM pg_description WHERE objoid = to_regclass('by_owner') UNION ALL"
                                    + " SELECT conname, obj_description(oid, 'pg_constraint') FROM pg_constraint WHERE conname = 'note_pkey'")),
            Map.entry(
                    "identity of replicas, order, settings of long values",
                    new Case(
                            "ALTER TABLE note ADD UNIQUE (owner), ALTER owner SET NOT NULL; ALTER TABLE note REPLICA IDENTITY USING INDEX note_owner_key;"
                                    + " ALTER TABLE note CLUSTER ON note_pkey; ALTER TABLE note SET (toast.autovacuum_enabled = false)",
                            "SELECT relreplident, (SELECT string_agg(concat(indexrelid::regclass, indisreplident, indisclustered), ' ' ORDER BY"
                                    + " indexrelid::regclass::text) FROM pg_index WHERE indrelid = c.oid AND indisvalid) AS i, (SELECT t.reloptions::text FROM pg_class t"
                                    + " WHERE t.oid = c.reltoastrelid) FROM pg_class c WHERE relname = 'note'")),
            Map.entry(
                    "a sequence of its own",
                    new Case(
                            "CREATE SEQUENCE numbers START 5 INCREMENT 3 CYCLE MAXVALUE 99; ALTER TABLE note ADD nr INT DEFAULT nextval('numbers');"
                                    + " ALTER SEQUENCE numbers OWNED BY note.nr; GRANT SELECT ON SEQUENCE numbers TO PUBLIC",
                            "SELECT s.*, pg_get_serial_sequence('note', 'nr'), (SELECT relacl::text FROM pg_class WHERE relname = 'numbers') FROM pg_sequences s"
                                    + " WHERE sequencename = 'numbers'")),
            Map.entry(
                    "the type that the table is of",
                    new Case(
                            "DROP TABLE note; CREATE TYPE \"Kind of\" AS (no INT, owner TEXT);"
                                    + " CREATE TABLE note OF \"Kind of\" (PRIMARY KEY (no), owner DEFAULT 'z')",
                            "SELECT reloftype::regtype::text FROM pg_class WHERE relname = 'note'")),
            Map.entry(
                    "names that the server gave to what was called otherwise then, or that somebody gave",
                    new Case(
                            "DROP TABLE note; CREATE TABLE was (no SERIAL PRIMARY KEY, owner TEXT CONSTRAINT \"own it\" NOT NULL,"
                                    + " nr INT GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME \"Numbers\"), \"back\\slash\" SERIAL);"
                                    + " ALTER TABLE was RENAME TO note; COMMENT ON SEQUENCE was_no_seq IS 'it''s';"
                                    + " GRANT USAGE ON SEQUENCE was_no_seq TO PUBLIC",
                            "SELECT relname, obj_description(oid, 'pg_class') AS said, relacl::text FROM pg_class WHERE relkind = 'S' AND relname NOT LIKE 'fk%'"
                                    + " AND to_regclass('note') IS NOT NULL UNION ALL SELECT conname, NULL, NULL FROM pg_constraint"
                                    + " WHERE contype = 'n' AND conrelid = to_regclass('note') ORDER BY 1")),
            Map.entry(
                    "those of partitions",
                    new Case(
                            "DROP TABLE note; CREATE TABLE note (no INT, owner TEXT) PARTITION BY LIST (no);"
                                    + " CREATE TABLE one PARTITION OF note FOR VALUES IN (1);"
                                    + " CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                                    + " CREATE TRIGGER a AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION f();"
                                    + " CREATE TRIGGER b AFTER INSERT ON one FOR EACH ROW EXECUTE FUNCTION f(); GRANT SELECT ON one TO PUBLIC",
                            "SELECT tgname, tgrelid::regclass::text, (SELECT relacl::text FROM pg_class WHERE oid = tgrelid) FROM pg_trigger"
                                    + " WHERE NOT tgisinternal ORDER BY 1, 2")));

    @TestFactory
    Stream<DynamicTest> come_back_on_postgresql(PostgresServer server) {
        return POSTGRES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Database database = Database.of(server.freshDataSource());
                    database.execute(new Sql("CREATE TABLE note (no SERIAL PRIMARY KEY, owner TEXT)"));
                    for (String statement : e.getValue().setup().split(";(?! END)")) {
                        database.execute(new Sql(statement.strip()));
                    }
                    backAndForth(database, DROP, e.getValue().question());
                }));
    }

    /** Arrays are equal by what they say. */
    private static String rows(Database database, String question) {
        return database.query(new Sql(question)).toString();
    }

    private static void backAndForth(Database database, Migration migration, String question) {
        String before = rows(database, question);
        assertThat(before).isNotEqualTo("[]");
        Migrator migrator = Migrator.of(migration);

        migrator.up(database);
        assertThat(rows(database, question)).isNotEqualTo(before);
        migrator.undo(database);
        assertThat(rows(database, question)).isEqualTo(before);
        migrator.up(database);
        migrator.undo(database);

        assertThat(rows(database, question)).isEqualTo(before);
    }

    @Test
    void of_a_column_or_constraint_too(PostgresServer server) throws Exception {
        Database database = Database.of(server.freshDataSource());
        database.execute(new Sql("CREATE TABLE note (no INT, owner TEXT, CONSTRAINT k CHECK (no > 0))"));
        database.execute(new Sql("COMMENT ON CONSTRAINT k ON note IS 'why'"));
        database.execute(new Sql("GRANT SELECT (owner) ON note TO PUBLIC"));

        backAndForth(
                database,
                new Step("1", q -> q.removeConstraint("note", "k").removeColumn("note", "owner")),
                "SELECT obj_description(k.oid, 'pg_constraint'), attacl::text FROM pg_constraint k JOIN pg_attribute ON attrelid = conrelid"
                        + " WHERE conname = 'k' AND attname = 'owner'");
    }

    @Test
    void stay_with_what_is_made_anew_forth_and_back(PostgresServer server) {
        Database database = Database.of(server.freshDataSource());
        database.execute(new Sql("CREATE TABLE note (no INT PRIMARY KEY, up INT CONSTRAINT k REFERENCES note,"
                + " next INT GENERATED ALWAYS AS (no + 1) STORED)"));
        database.execute(new Sql("COMMENT ON CONSTRAINT k ON note IS 'why'"));
        database.execute(new Sql("GRANT SELECT (next) ON note TO PUBLIC"));
        String question = "SELECT obj_description(k.oid, 'pg_constraint'), attacl::text FROM pg_constraint k JOIN"
                + " pg_attribute ON attrelid = conrelid WHERE conname = 'k' AND attname = 'next'";
        String before = rows(database, question);
        Migrator migrator = Migrator.of(new Step(
                "1", q -> q.changeColumn("note", "no", Attributes.bigInteger().primaryKey())));

        migrator.up(database);
        assertThat(rows(database, question)).isEqualTo(before);
        migrator.undo(database);
        assertThat(rows(database, question)).isEqualTo(before);
    }

    @Test
    void the_name_of_not_null_with_it_and_of_a_sequence_with_the_counting(PostgresServer server) {
        assumeThat(server.majorVersion()).isGreaterThanOrEqualTo(18);
        Database database = Database.of(server.freshDataSource());
        database.execute(new Sql("CREATE TABLE note (no INT GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME counted),"
                + " owner INT CONSTRAINT k NOT NULL NO INHERIT, other INT CONSTRAINT \"l m\" NOT NULL)"));

        backAndForth(
                database,
                new Step("1", q -> q.changeColumn("note", "other", Attributes.integer())
                        .changeColumn("note", "no", Attributes.integer().notNull())
                        .removeColumn("note", "owner")),
                "SELECT conname, attname, pg_get_serial_sequence('note', 'no') FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid"
                        + " AND attnum = conkey[1] WHERE contype = 'n' AND conrelid = 'note'::regclass ORDER BY 1");
    }

    @TestFactory
    Stream<DynamicTest> triggers_come_back_in_the_sql_mode_that_they_were_written_for() {
        return EachServer.family()
                .map(server -> server.test("sql_mode", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    try (Connection connection = fresh.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE note (no INT PRIMARY KEY, owner VARCHAR(20))");
                        statement.execute("SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES'");
                        statement.execute(
                                "CREATE TRIGGER a BEFORE INSERT ON note FOR EACH ROW SET NEW.\"owner\" = '\\' || 'x'");
                        statement.execute("SET SESSION sql_mode = ''");
                        statement.execute(
                                "CREATE TRIGGER b BEFORE INSERT ON note FOR EACH ROW SET NEW.no = NEW.no || 0");
                    }
                    String mode = rows(database, "SELECT @@SESSION.sql_mode");

                    backAndForth(
                            database,
                            DROP,
                            "SELECT trigger_name, action_order, action_statement, sql_mode FROM information_schema.triggers"
                                    + " WHERE event_object_schema = DATABASE() ORDER BY action_order");

                    database.execute(new Sql("INSERT INTO note (no) VALUES (5)"));
                    assertThat(rows(database, "SELECT no, owner FROM note")).isEqualTo("[{no=1, owner=\\x}]");
                    assertThat(rows(database, "SELECT @@SESSION.sql_mode")).isEqualTo(mode);
                }));
    }

    @TestFactory
    Stream<DynamicTest> triggers_come_back_in_their_sql_mode_after_one_was_in_the_way() {
        return EachServer.family()
                .map(server -> server.test("in the way", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    try (Connection connection = fresh.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE note (no INT)");
                        statement.execute("CREATE TABLE other (no INT)");
                        statement.execute("SET SESSION sql_mode = 'PIPES_AS_CONCAT'");
                        statement.execute("CREATE TRIGGER a BEFORE INSERT ON note FOR EACH ROW SET NEW.no = 1 || 2");
                    }
                    Migrator migrator = Migrator.of(DROP);
                    migrator.up(database);
                    database.execute(new Sql("CREATE TRIGGER a BEFORE INSERT ON other FOR EACH ROW SET NEW.no = 3"));
                    assertThatThrownBy(() -> migrator.undo(database)).hasMessageContaining("already exists");
                    database.execute(new Sql("DROP TRIGGER a"));

                    migrator.repair(database);

                    database.execute(new Sql("INSERT INTO note VALUES (0)"));
                    assertThat(rows(database, "SELECT no FROM note")).isEqualTo("[{no=12}]");
                    assertThat(rows(database, "SELECT * FROM fk_migration_journal"))
                            .isEqualTo("[]");
                }));
    }

    @TestFactory
    Stream<DynamicTest> triggers_come_back_in_their_order_on_the_family() {
        return EachServer.family()
                .map(server -> server.test("triggers", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE note (no INT PRIMARY KEY, owner VARCHAR(20))"));
                    database.execute(
                            new Sql(
                                    "CREATE TRIGGER b BEFORE INSERT ON note FOR EACH ROW SET NEW.owner = CONCAT(NEW.owner, 'it''s;')"));
                    database.execute(
                            new Sql(
                                    "CREATE TRIGGER a BEFORE INSERT ON note FOR EACH ROW BEGIN SET NEW.no = 1; SET NEW.owner = \"\\\\x\"; END"));

                    backAndForth(
                            database,
                            DROP,
                            "SELECT trigger_name, action_order, action_statement, definer FROM information_schema.triggers"
                                    + " WHERE event_object_schema = DATABASE() ORDER BY action_order");
                }));
    }
}
