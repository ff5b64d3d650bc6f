package dev.fk.examples.oracles;

import static dev.fk.assertj.SchemaAssertions.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.rule.Finding;
import dev.fk.core.rule.RuleReport;
import dev.fk.core.rule.Rules;
import dev.fk.core.rule.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The recommended rules on schemas that nobody here wrote. What they find is listed in the golden files, and some of it is
 * explained in the README of this module.
 */
@Tag("thorough")
class RulesOnPublishedSchemasTest {
    private static final List<String> SCHEMAS = List.of("activiti", "jbpm", "quartz", "spring-batch");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "rules");
    private static final Map<Engine, OracleServer> SERVERS = new EnumMap<>(Engine.class);

    @TestFactory
    Stream<DynamicTest> find_what_is_listed_on_postgresql() {
        return schemas(Engine.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> find_what_is_listed_on_mysql() {
        return schemas(Engine.MYSQL);
    }

    @TestFactory
    Stream<DynamicTest> find_what_is_listed_on_mariadb() {
        return schemas(Engine.MARIADB);
    }

    private static Stream<DynamicTest> schemas(Engine engine) {
        OracleServer server = SERVERS.computeIfAbsent(engine, OracleServer::start);
        return PublishedSchema.of(engine).stream()
                .filter(s -> SCHEMAS.contains(s.name()))
                .map(s -> DynamicTest.dynamicTest(s.name(), () -> check(s, engine, server)));
    }

    private static void check(PublishedSchema published, Engine engine, OracleServer server)
            throws SQLException, IOException {
        DataSource source = server.emptyDatabase();
        for (Script script : published.read()) {
            script.run(source);
        }
        Database database = Database.of(source);
        RuleReport report =
                Rules.recommended().check(new Target(database.read(), database.dialect(), database.server()));
        assertThat(report.faults()).isEmpty();
        assertThat(report.findings()).isNotEmpty();
        String listing = listing(report)
                .replace(database.server().toString(), database.server().product());
        compare(engine.name().toLowerCase(Locale.ROOT) + "/" + published.name() + ".txt", listing);
        if (!report.errors().isEmpty()) {
            assertThatThrownBy(() -> assertThat(schema(database)).obeysAll(Rules.recommended()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(report.errors().get(0).fact());
        }
    }

    @Test
    void exceptions_speak_for_tables_that_are_meant_to_be_so() throws SQLException {
        OracleServer server = SERVERS.computeIfAbsent(Engine.POSTGRESQL, OracleServer::start);
        DataSource source = server.emptyDatabase();
        PublishedSchema activiti = PublishedSchema.of(Engine.POSTGRESQL).stream()
                .filter(s -> s.name().equals("activiti"))
                .findFirst()
                .orElseThrow();
        for (Script script : activiti.read()) {
            script.run(source);
        }
        assertThat(schema(Database.of(source)))
                .obeys(Rules.referencesAreForeignKeys()
                        .except("act_evt_log", "the log outlives its tasks")
                        .except("act_hi_*", "history")
                        .except("act_r*", "known, and left to the engine"));
    }

    /** How many of each, and each in a line. */
    private static String listing(RuleReport report) {
        Map<String, Long> counts = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", ", "", "\n\n"))
                + report.findings().stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void compare(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("fk.golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @AfterAll
    static void stop() throws SQLException {
        for (OracleServer server : SERVERS.values()) {
            server.stop();
        }
    }
}
