package dev.fk.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every ready rule on every server: what breaks it is found, what does not is not, and the statements that it shows as a fix,
 * executed, leave nothing to find. Where a server does not let it be broken, the server says so.
 */
@OnPostgres
@TestInstance(Lifecycle.PER_CLASS)
class EveryRuleTest {
    private static final RuleSet ALL = Rules.recommended().with(Rules.foreignKeysAreNamed("fk_{table}_{columns}"));

    private final Map<String, Map<RuleCase.Kind, Integer>> counts = new TreeMap<>();
    private final Map<String, Integer> fixes = new TreeMap<>();

    @Test
    void every_code_is_there_once() {
        assertThat(ALL.rules()).extracting(Rule::code).doesNotHaveDuplicates().hasSize(24);
    }

    @TestFactory
    Stream<DynamicTest> finds_what_it_should_and_nothing_else(PostgresServer postgres) {
        return EachServer.all(postgres).flatMap(server -> ALL.rules().stream()
                .map(rule -> server.test(rule.code(), fresh -> check(rule, server, fresh.dataSource()))));
    }

    private void check(Rule rule, EachServer server, DataSource dataSource) throws Exception {
        Database database = Database.of(dataSource);
        String engine = database.dialect().id().id();
        StringBuilder texts = new StringBuilder();
        List<RuleCase> cases = RuleCase.of(rule.code()).stream()
                .filter(c -> c.isFor(engine, database.server().version()))
                .toList();
        for (RuleCase one : cases) {
            try (Connection connection = dataSource.getConnection()) {
                check(rule, one, connection, database, texts);
            }
            counts.computeIfAbsent(server.toString(), s -> new EnumMap<>(RuleCase.Kind.class))
                    .merge(one.kind(), 1, Integer::sum);
            clear(dataSource, database);
        }
        assertThat(cases).as("a case that is found or refused, and a clean one").hasSizeGreaterThan(1);
        if (!texts.isEmpty()) {
            String text = texts.toString()
                    .replace(database.server().toString(), database.server().product());
            Golden.assertEqual("rules/" + engine + "/" + rule.code() + ".txt", text);
        }
    }

    private void check(Rule rule, RuleCase one, Connection connection, Database database, StringBuilder texts)
            throws SQLException {
        if (one.kind() == RuleCase.Kind.REFUSED) {
            List<String> before = one.statements().subList(0, one.statements().size() - 1);
            execute(connection, before);
            String last = one.statements().get(one.statements().size() - 1);
            assertThatThrownBy(() -> execute(connection, List.of(last))).isInstanceOf(SQLException.class);
            return;
        }
        execute(connection, one.statements());
        RuleResult result = rule.check(target(database));
        if (one.kind() == RuleCase.Kind.CLEAN) {
            assertThat(result.subjects()).as("subjects of " + one.statements()).isPositive();
            assertThat(result.findings()).as("findings in " + one.statements()).isEmpty();
            return;
        }
        assertThat(result.findings()).as("findings in " + one.statements()).isNotEmpty();
        assertThat(result.findings()).extracting(Finding::code).containsOnly(one.found());
        result.findings().forEach(f -> texts.append(f.describe()).append('\n'));
        if (result.findings().stream().anyMatch(f -> !f.fix().isEmpty())) {
            fix(result, rule, connection, database);
        }
    }

    /** One finding at a time: the fix of the first may be the fix of the next. */
    private void fix(RuleResult result, Rule rule, Connection connection, Database database) throws SQLException {
        List<Finding> left = new ArrayList<>(result.findings());
        while (left.stream().anyMatch(f -> !f.fix().isEmpty())) {
            Finding next =
                    left.stream().filter(f -> !f.fix().isEmpty()).findFirst().orElseThrow();
            execute(connection, next.fix());
            fixes.merge(database.server().toString(), 1, Integer::sum);
            List<Finding> now = rule.check(target(database)).findings();
            assertThat(now).as("after " + next.fix()).hasSizeLessThan(left.size());
            assertThat(now).extracting(Finding::subject).doesNotContain(next.subject());
            left = new ArrayList<>(now);
        }
    }

    private static Target target(Database database) {
        return new Target(database.read(), database.dialect(), database.server());
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    throw new SQLException(refused.getMessage() + "\n" + sql, refused);
                }
            }
        }
    }

    private static void clear(DataSource dataSource, Database database) throws SQLException {
        boolean schemas = database.hasTransactionalDdl();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (schemas) {
                statement.execute("DROP SCHEMA public CASCADE");
                statement.execute("CREATE SCHEMA public");
                return;
            }
            statement.execute("SET foreign_key_checks = 0");
            for (var table : database.read().schema().tables().keySet()) {
                statement.execute("DROP TABLE `" + table.name() + "`");
            }
        }
    }

    @AfterAll
    void are_counted() {
        counts.forEach((server, kinds) -> System.out.println(ALL.rules().size() + " rules on " + server + ": "
                + kinds.getOrDefault(RuleCase.Kind.VIOLATING, 0) + " violating cases found, "
                + kinds.getOrDefault(RuleCase.Kind.CLEAN, 0) + " clean ones not, "
                + kinds.getOrDefault(RuleCase.Kind.REFUSED, 0) + " that the server refuses"));
        System.out.println("fixes executed, each with nothing left to find: " + fixes);
    }
}
