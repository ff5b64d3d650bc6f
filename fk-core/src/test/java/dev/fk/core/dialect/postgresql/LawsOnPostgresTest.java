package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresVocabulary;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.Unordered;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What random schemas become on a real server, and that changing one into another arrives. */
@OnPostgres
class LawsOnPostgresTest {
    private static final int SCHEMAS = Integer.getInteger("fk.random.schemas", 300);
    private static final int MAX_TABLES = 6;

    /** L5 {@code read(execute(plan(∅→s))) = canonical(s)} and L6, a second difference is empty. */
    @Test
    void what_was_created_reads_as_what_was_declared(Database database) throws SQLException {
        long seed = RandomSchemas.seed();
        RandomSchemas random = new RandomSchemas(seed, PostgresVocabulary.get());
        for (int i = 0; i < SCHEMAS; i++) {
            String which = "schema " + i + " of -Dfk.random.seed=" + seed;
            CanonicalSchema wish = database.canonical(random.schema(MAX_TABLES));
            CanonicalSchema empty = database.canonical(Schema.empty());
            run(database, which, Differ.diff(empty, wish), empty);

            CanonicalSchema live = database.read();
            CanonicalSchema normal =
                    database.normalize(wish, wish.schema().tables().keySet());
            assertThat(Differ.diff(live, normal).changes()).as(which).isEmpty();
            assertThat(Unordered.of(live.schema())).as(which).isEqualTo(Unordered.of(normal.schema()));
            clear(database);
        }
    }

    /** Whatever the server reports is canonical already. */
    @Test
    void what_was_read_is_canonical(Database database) throws SQLException {
        long seed = RandomSchemas.seed();
        RandomSchemas random = new RandomSchemas(seed, PostgresVocabulary.get());
        CanonicalSchema empty = database.canonical(Schema.empty());
        for (int i = 0; i < SCHEMAS / 10; i++) {
            String which = "schema " + i + " of -Dfk.random.seed=" + seed;
            CanonicalSchema wish = database.canonical(random.schema(MAX_TABLES));
            assertThat(database.canonical(wish.schema()))
                    .as("idempotent, " + which)
                    .isEqualTo(wish);
            run(database, which, Differ.diff(empty, wish), empty);
            CanonicalSchema live = database.read();
            assertThat(database.canonical(live.schema())).as(which).isEqualTo(live);
            clear(database);
        }
    }

    /** From any schema to any other; the second difference is empty. */
    @Test
    void a_changed_schema_reads_as_what_was_wanted(Database database) throws SQLException {
        long seed = RandomSchemas.seed();
        RandomSchemas random = new RandomSchemas(seed, PostgresVocabulary.get());
        CanonicalSchema empty = database.canonical(Schema.empty());
        for (int i = 0; i < SCHEMAS; i++) {
            String which = "pair " + i + " of -Dfk.random.seed=" + seed;
            RandomSchemas.Pair pair = random.pair(MAX_TABLES);
            run(database, which, Differ.diff(empty, database.canonical(pair.from())), empty);
            CanonicalSchema from = database.read();

            CanonicalSchema to = database.canonical(pair.to());
            CanonicalSchema normal = database.normalize(to, to.schema().tables().keySet());
            run(database, which, Differ.diff(from, normal), from);

            CanonicalSchema live = database.read();
            assertThat(Differ.diff(live, normal).changes()).as(which).isEmpty();
            clear(database);
        }
    }

    private static void run(Database database, String which, ChangeSet changes, CanonicalSchema from) {
        Plan plan = database.plan(changes, from);
        assertThatCode(() -> database.run(plan)).as(which + "\n" + plan).doesNotThrowAnyException();
    }

    private static void clear(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }
}
