package dev.fk.junit.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What others have done to a server is told from what fk does there itself, statement by statement. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
@Isolated("nobody else may run a statement meanwhile")
@Timeout(60)
class MySqlWitnessTest {
    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void what_fk_does_is_not_what_others_have_done(CleanedServer where, Docker docker) throws Exception {
        Server server = where.server(docker);
        DatabaseFactory databases = server.databases();
        String template = "fk_ddl_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String name = template + "_copy";
        String another = template + "_another";
        databases.create(template);
        try (Connection connection = server.connectTo(template).getConnection()) {
            for (String sql : CleanedSchema.of(where.kind()).statements()) {
                execute(connection, sql);
            }
            execute(
                    connection,
                    "CREATE FUNCTION one() RETURNS int DETERMINISTIC RETURN 1",
                    "CREATE PROCEDURE two() SELECT 2",
                    "CREATE EVENT e ON SCHEDULE EVERY 1 YEAR DO SELECT 1");
        }
        databases.freeze(template);
        databases.copy(template, name);
        try (ConnectionPool pool = new ConnectionPool(server.connectTo(name), databases.renewal(name), 2)) {
            Cleaner cleaner = databases.cleaner(template, name, pool).orElseThrow();
            Pristine before =
                    cleaner.clean(name, pool, cleaner.untouched()).orElseThrow().now();
            assertThat(before.state()).matches("\\d+");

            databases.copy(template, another);
            databases.keep(another);
            databases.drop(another);
            Connection ofPool = pool.dataSource().getConnection();
            execute(
                    ofPool,
                    "INSERT INTO team (name) VALUES ('x')",
                    "INSERT INTO log (what) VALUES ('x')",
                    "INSERT INTO many VALUES (1, 'x')",
                    "DELETE FROM badge");
            ofPool.close();
            Cleaned cleaned = cleaner.clean(name, pool, before).orElseThrow();
            assertThat(cleaned.origin()).isEqualTo(Origin.CLEANED);
            Pristine after =
                    cleaner.clean(name, pool, cleaned.now()).orElseThrow().now();
            assertThat(List.of(cleaned.now().state(), after.state())).containsOnly(before.state());

            Connection ofOthers = server.connectTo("mysql").getConnection();
            execute(ofOthers, "CREATE TABLE " + name + ".more (id int)", "DROP TABLE " + name + ".more");
            ofOthers.close();
            Pristine seen = after;
            // as long as the server has not let go of that session, what it does is not known
            for (int i = 0; i < 100 && (seen.equals(after) || seen.state().isEmpty()); i++) {
                seen = cleaner.clean(name, pool, seen).orElseThrow().now();
            }
            assertThat(Long.parseLong(seen.state())).isEqualTo(Long.parseLong(before.state()) + 2);
        } finally {
            databases.drop(name);
            databases.drop(template);
        }
    }
}
