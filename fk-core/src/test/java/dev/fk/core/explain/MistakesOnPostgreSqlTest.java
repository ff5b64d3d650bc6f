package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The first cause stated for each mistake is the right one, and what is proposed makes the statement succeed. */
@OnPostgres
class MistakesOnPostgreSqlTest {
    /** A database of its own for each mistake would take most of the time. */
    private static final Sql EMPTIED = new Sql("DO $$ DECLARE s text; BEGIN"
            + " FOR s IN SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
            + " AND nspname <> 'information_schema' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', s); END LOOP;"
            + " CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC; END $$");

    private static final String ROLE = "fk_limited";

    @Test
    void states_the_cause_of_each_mistake_and_a_fix_that_works(PostgresServer server) throws IOException {
        Seeding seeding = new Seeding("postgresql-" + server.majorVersion());
        String version = "";
        DataSource shared = server.freshDataSource();
        for (Mistake mistake : Mistakes.onPostgreSql(server.majorVersion())) {
            Database.of(shared).execute(EMPTIED);
            DataSource source = mistake.limited() ? server.freshDataSource() : shared;
            Database owner = Database.of(source);
            version = owner.server().toString();
            seeding.tryToMake(mistake, owner, mistake.limited() ? limited(source, owner) : owner);
        }
        System.out.print(seeding.table());
        assertThat(seeding.failures()).isEmpty();
        assertThat(seeding.made()).isGreaterThanOrEqualTo(14);
        assertThat(seeding.errors()).contains("42830", "42804", "23503", "42710");
        if (server.majorVersion() == 18) {
            Golden.assertEqual("explain/postgresql-18.txt", seeding.texts(version));
        }
    }

    /** The tables of {@link Mistakes} are made later, so the role gets them by default. */
    private static Database limited(DataSource source, Database owner) {
        owner.execute(
                new Sql("DO $$ BEGIN CREATE ROLE " + ROLE + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$"));
        owner.execute(new Sql("CREATE FUNCTION hand_over() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF to_regclass('child') IS NOT NULL THEN ALTER TABLE child OWNER TO " + ROLE + "; END IF; END $$"));
        owner.execute(new Sql("CREATE EVENT TRIGGER hand_over ON ddl_command_end WHEN TAG IN ('CREATE TABLE')"
                + " EXECUTE FUNCTION hand_over()"));
        PGSimpleDataSource limited = new PGSimpleDataSource();
        PGSimpleDataSource original = (PGSimpleDataSource) source;
        limited.setUrl(original.getUrl());
        limited.setUser(original.getUser());
        limited.setPassword(original.getPassword());
        limited.setOptions("-c role=" + ROLE);
        return Database.of(limited);
    }
}
