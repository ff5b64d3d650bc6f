package dev.fk.examples.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Catalogs that nobody here wrote: whatever the driver and the standard's views say about each of them, our reading says
 * too, and no more; what is created from the reading is read the same, models written from it are no difference, and each of
 * its foreign keys does what it says.
 */
@Tag("thorough")
class OraclesTest {
    private static final PrintStream OUT = System.out;
    private static final Map<Engine, OracleServer> SERVERS = new EnumMap<>(Engine.class);
    private static final Map<Engine, Tally> TALLIES = new EnumMap<>(Engine.class);

    @TestFactory
    Stream<DynamicTest> on_postgresql_both_confirm_the_reading() {
        return readings(Engine.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> on_mysql_both_confirm_the_reading() {
        return readings(Engine.MYSQL);
    }

    @TestFactory
    Stream<DynamicTest> on_mariadb_both_confirm_the_reading() {
        return readings(Engine.MARIADB);
    }

    @TestFactory
    Stream<DynamicTest> on_postgresql_both_contradict_a_mistake() throws SQLException {
        return mistakes(Engine.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> on_mysql_both_contradict_a_mistake() throws SQLException {
        return mistakes(Engine.MYSQL);
    }

    @TestFactory
    Stream<DynamicTest> on_mariadb_both_contradict_a_mistake() throws SQLException {
        return mistakes(Engine.MARIADB);
    }

    private static Stream<DynamicTest> readings(Engine engine) {
        OracleServer server = SERVERS.computeIfAbsent(engine, OracleServer::start);
        Tally tally = TALLIES.computeIfAbsent(engine, e -> new Tally());
        return PublishedSchema.of(engine).stream()
                .map(s -> DynamicTest.dynamicTest(s.name(), () -> tally.add(check(s, engine, server))));
    }

    /** Quartz has what there is to mistake: keys of several columns, foreign keys on them, and many indexes. */
    private static Stream<DynamicTest> mistakes(Engine engine) throws SQLException {
        OracleServer server = SERVERS.computeIfAbsent(engine, OracleServer::start);
        PublishedSchema quartz = PublishedSchema.of(engine).get(0);
        DataSource source = created(quartz, server);
        Schema right = Database.of(source).read().schema();
        try (Connection connection = source.getConnection()) {
            Facts views = InformationSchema.facts(connection, engine);
            Facts driver = DriverMetaData.facts(connection, engine);
            return Arrays.stream(Mistake.values())
                    .map(m -> DynamicTest.dynamicTest(
                            m.name(), () -> contradicted(m, new Reading(m.in(right), engine), views, driver)));
        }
    }

    private static void contradicted(Mistake mistake, Reading wrong, Facts views, Facts driver) {
        assertThat(driver.without(wrong.asMetaData())).isNotEmpty();
        if (!mistake.isOfIndexes()) {
            assertThat(views.without(wrong.asInformationSchema())).isNotEmpty();
        }
    }

    private static DataSource created(PublishedSchema published, OracleServer server) throws SQLException {
        DataSource source = server.emptyDatabase();
        for (Script script : published.read()) {
            script.run(source);
        }
        return source;
    }

    private static Checked check(PublishedSchema published, Engine engine, OracleServer server) throws SQLException {
        DataSource source = created(published, server);
        Database database = Database.of(source);
        CanonicalSchema reading = database.read();
        Reading ours = new Reading(reading.schema(), engine);
        Facts views = ours.asInformationSchema();
        Facts driver = ours.asMetaData();
        assertThat(views.count("table")).as("tables").isPositive();
        SoftAssertions.assertSoftly(softly -> {
            agrees(softly, "information_schema", views, source, c -> InformationSchema.facts(c, engine));
            agrees(softly, "DatabaseMetaData", driver, source, c -> DriverMetaData.facts(c, engine));
        });
        RoundTrip.check(reading, published, engine, server);
        WrittenModels.check(published, engine, database);
        ProbedKeys.check(database, reading);
        return new Checked(
                published.name(), database.server().toString(), views, driver, Deviation.of(published, engine));
    }

    private interface Oracle {
        Facts ask(Connection connection) throws SQLException;
    }

    private static void agrees(SoftAssertions softly, String name, Facts ours, DataSource source, Oracle oracle) {
        try (Connection connection = source.getConnection()) {
            Facts theirs = oracle.ask(connection);
            softly.assertThat(ours.without(theirs))
                    .as("said by us alone, not by " + name)
                    .isEmpty();
            softly.assertThat(theirs.without(ours))
                    .as("said by " + name + ", not by us")
                    .isEmpty();
        } catch (SQLException e) {
            softly.fail(name + " cannot be asked", e);
        }
    }

    @AfterAll
    static void report() throws IOException, SQLException {
        for (OracleServer server : SERVERS.values()) {
            server.stop();
        }
        for (Map.Entry<Engine, Tally> tally : TALLIES.entrySet()) {
            OUT.println(tally.getValue());
            tally.getValue().report(tally.getKey());
        }
    }
}
