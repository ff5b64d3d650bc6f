package dev.fk.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.OnPostgres;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL has: domains, partitions, triggers that are switched off, every kind of type. */
@OnPostgres
class ProberOnPostgresTest {
    private static final QualifiedName CHILD = QualifiedName.of("child");

    private static Database with(Database database, String... statements) {
        Stream.of(statements).map(Sql::new).forEach(database::execute);
        return database;
    }

    private static ForeignKey key(Database database) {
        return database.read().schema().table(CHILD).orElseThrow().foreignKeys().get(0);
    }

    @Test
    void a_domain_says_what_its_values_are(Database empty) {
        Database database = with(
                empty,
                "CREATE DOMAIN mail AS varchar(60) NOT NULL CHECK (VALUE ~ '^[a-z]+@[a-z]+\\.org$')",
                "CREATE TABLE parent (id mail PRIMARY KEY)",
                "CREATE TABLE child (pid mail REFERENCES parent ON DELETE CASCADE)");
        Prober prober = Prober.of(database);
        assertThat(prober.deleting(CHILD, key(database)).behaviour()).isEqualTo(Behaviour.CASCADES);
        assertThat(prober.enforced(CHILD, key(database)).refused()).isTrue();
    }

    @Test
    void rows_fit_the_bounds_of_a_partition(Database empty) {
        Database database = with(
                empty,
                "CREATE TABLE parent (id integer, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day)",
                "CREATE TABLE parent_1 PARTITION OF parent FOR VALUES FROM ('2031-01-01') TO ('2031-02-01')",
                "CREATE TABLE child (pid integer NOT NULL, day date NOT NULL, kind text NOT NULL,"
                        + " FOREIGN KEY (pid, day) REFERENCES parent ON DELETE CASCADE) PARTITION BY LIST (kind)",
                "CREATE TABLE child_1 PARTITION OF child FOR VALUES IN ('letter', 'parcel')");
        assertThat(Prober.of(database).deleting(CHILD, key(database)).behaviour())
                .isEqualTo(Behaviour.CASCADES);
    }

    @Test
    void a_foreign_key_whose_triggers_are_off_is_seen_to_do_nothing(Database empty) {
        Database database = with(
                empty,
                "CREATE TABLE parent (id integer PRIMARY KEY)",
                "CREATE TABLE child (pid integer REFERENCES parent ON DELETE CASCADE)",
                "ALTER TABLE child DISABLE TRIGGER ALL",
                "ALTER TABLE parent DISABLE TRIGGER ALL");
        Enforced enforced = Prober.of(database).enforced(CHILD, key(database));
        assertThat(enforced.refused()).isFalse();
        assertThat(enforced.remarks()).containsExactly("its triggers are disabled (ALTER TABLE … DISABLE TRIGGER)");
        assertThat(Prober.of(database).deleting(CHILD, key(database)).behaviour())
                .isEqualTo(Behaviour.LEAVES);
    }

    @Test
    void a_deferred_foreign_key_is_asked_at_once(Database empty) {
        Database database = with(
                empty,
                "CREATE TABLE parent (id integer PRIMARY KEY)",
                "CREATE TABLE child (pid integer REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
        Prober prober = Prober.of(database);
        assertThat(prober.enforced(CHILD, key(database)).refused()).isTrue();
        assertThat(prober.deleting(CHILD, key(database)).behaviour()).isEqualTo(Behaviour.RESTRICTS);
    }

    @Test
    void the_default_gets_the_row_that_it_names(Database empty) {
        Database database = with(
                empty,
                "CREATE TABLE parent (id integer PRIMARY KEY)",
                "CREATE TABLE child (pid integer DEFAULT 7 REFERENCES parent ON DELETE SET DEFAULT)");
        assertThat(Prober.of(database).deleting(CHILD, key(database)).behaviour())
                .isEqualTo(Behaviour.SETS_DEFAULT);
    }

    @Test
    void every_type_has_a_value(Database empty) {
        String columns = Stream.of(
                        "smallint",
                        "integer",
                        "bigint",
                        "numeric",
                        "numeric(3,3)",
                        "real",
                        "double precision",
                        "money",
                        "boolean",
                        "char(1)",
                        "char(9)",
                        "varchar(2)",
                        "text",
                        "name",
                        "\"char\"",
                        "bytea",
                        "date",
                        "time",
                        "timetz",
                        "timestamp(0)",
                        "timestamptz",
                        "interval",
                        "uuid",
                        "json",
                        "jsonb",
                        "inet",
                        "cidr",
                        "macaddr",
                        "macaddr8",
                        "bit(3)",
                        "varbit(5)",
                        "xml",
                        "tsvector",
                        "tsquery",
                        "oid",
                        "pg_lsn",
                        "point",
                        "line",
                        "lseg",
                        "box",
                        "path",
                        "polygon",
                        "circle",
                        "int4range",
                        "int8range",
                        "numrange",
                        "daterange",
                        "tsrange",
                        "tstzrange",
                        "jsonpath",
                        "integer[]",
                        "text[][]",
                        "mood",
                        "mood[]")
                .map(t -> "\"" + t.replace("\"", "") + "\" " + t + " NOT NULL")
                .reduce("", (a, b) -> a + ", " + b);
        Database database = with(
                empty,
                "CREATE TYPE mood AS ENUM ('calm', 'loud')",
                "CREATE TABLE parent (id integer PRIMARY KEY)",
                "CREATE TABLE child (pid integer REFERENCES parent ON DELETE CASCADE" + columns + ")");
        assertThat(Prober.of(database).deleting(CHILD, key(database)).behaviour())
                .isEqualTo(Behaviour.CASCADES);
    }
}
