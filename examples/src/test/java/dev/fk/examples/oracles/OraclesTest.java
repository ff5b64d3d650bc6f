package dev.fk.examples.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
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
 * too, and no more; and what is created from the reading is read the same.
 */
@Tag("thorough")
class OraclesTest {
    private static final PrintStream OUT = System.out;
    private static final Map<Engine, OracleServer> SERVERS = new EnumMap<>(Engine.class);
    private static final Map<Engine, Tally> TALLIES = new EnumMap<>(Engine.class);

    @TestFactory
    Stream<DynamicTest> postgresql() {
        return all(Engine.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> mysql() {
        return all(Engine.MYSQL);
    }

    @TestFactory
    Stream<DynamicTest> mariadb() {
        return all(Engine.MARIADB);
    }

    private static Stream<DynamicTest> all(Engine engine) {
        OracleServer server = SERVERS.computeIfAbsent(engine, OracleServer::start);
        Tally tally = TALLIES.computeIfAbsent(engine, e -> new Tally());
        return PublishedSchema.of(engine).stream()
                .map(s -> DynamicTest.dynamicTest(s.name(), () -> tally.add(check(s, engine, server))));
    }

    private static Checked check(PublishedSchema published, Engine engine, OracleServer server) throws SQLException {
        DataSource source = server.emptyDatabase();
        for (String script : published.scripts()) {
            Script.of(script).run(source);
        }
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
        roundTrip(reading, server);
        return new Checked(database.server().toString(), views, driver);
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

    private static void roundTrip(CanonicalSchema reading, OracleServer server) throws SQLException {
        Database copy = Database.of(server.emptyDatabase());
        CanonicalSchema nothing = copy.read();
        ChangeSet creation = Differ.diff(nothing, reading);
        copy.run(copy.plan(creation, nothing));
        CanonicalSchema again = copy.read();
        assertThat(Differ.diff(again, reading).toString()).as("left to do").isEmpty();
        assertThat(sorted(again.schema())).isEqualTo(sorted(reading.schema()));
    }

    /** Keys and indexes are sets: a catalog lists them in the order in which they were made. */
    private static Schema sorted(Schema schema) {
        return schema.mapTables(t -> t.withUniqueKeys(sorted(t.uniqueKeys()))
                .withForeignKeys(sorted(t.foreignKeys()))
                .withIndexes(sorted(t.indexes()))
                .withChecks(sorted(t.checks())));
    }

    private static <T> List<T> sorted(List<T> values) {
        return values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    @AfterAll
    static void report() {
        TALLIES.values().forEach(t -> OUT.println(t));
        SERVERS.values().forEach(s -> s.stop().run());
    }
}
