package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each referential action: measured on every server, compared with what is written down and claimed. */
@Tag("thorough")
class CapabilityMatrixTest {
    private enum Verdict {
        /** Reported as declared, and done. */
        EXACT,
        /** Reported as something else that does the same. */
        EQUIVALENT,
        /** Taken, but something else is done. */
        CHANGED,
        /** Not taken. */
        REFUSED
    }

    private record Measurement(String reported, String effect, Verdict verdict) {}

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void does_with_each_action_what_is_written_down_and_claimed(MySqlServers.Server server)
            throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            Capabilities can = live.dialect().capabilities(live.info().version());
            StringBuilder table = new StringBuilder("declared                 reported     effect      verdict\n");
            for (String clause : List.of("DELETE", "UPDATE")) {
                Set<ReferentialAction> claimed = clause.equals("DELETE") ? can.onDelete() : can.onUpdate();
                append(table, "(no ON " + clause + ")", measure(database, clause, "", "refused"));
                for (ReferentialAction action : ReferentialAction.values()) {
                    Measurement measured = measure(database, clause, action.sql(), expected(action));
                    append(table, "ON " + clause + " " + action, measured);
                    boolean works = measured.verdict() == Verdict.EXACT || measured.verdict() == Verdict.EQUIVALENT;
                    assertThat(claimed.contains(action))
                            .as("%s claims ON %s %s", live.info(), clause, action)
                            .isEqualTo(works);
                }
            }
            Golden.assertEqual("capabilities/" + live.line() + ".txt", table.toString());
        }
    }

    private static void append(StringBuilder table, String declared, Measurement measured) {
        table.append(String.format(
                "%-23s  %-11s  %-10s  %s%n", declared, measured.reported(), measured.effect(), measured.verdict()));
    }

    private static String expected(ReferentialAction action) {
        return switch (action) {
            case NO_ACTION, RESTRICT -> "refused";
            case CASCADE -> "followed";
            case SET_NULL -> "null";
            case SET_DEFAULT -> "default";
        };
    }

    private static Measurement measure(MySqlDatabase database, String clause, String action, String expected)
            throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("CREATE TABLE parent (id INT PRIMARY KEY) ENGINE=InnoDB");
            String create = "CREATE TABLE child (id INT DEFAULT 5, FOREIGN KEY (id) REFERENCES parent (id)"
                    + (action.isEmpty() ? "" : " ON " + clause + " " + action) + ") ENGINE=InnoDB";
            try {
                statement.execute(create);
            } catch (SQLException refused) {
                statement.execute("DROP TABLE parent");
                return new Measurement("error " + refused.getErrorCode(), "", Verdict.REFUSED);
            }
            String reported = single(
                    statement,
                    "SELECT " + clause + "_rule FROM information_schema.referential_constraints"
                            + " WHERE constraint_schema = database() AND table_name = 'child'");
            statement.execute("INSERT INTO parent VALUES (1), (5)");
            statement.execute("INSERT INTO child VALUES (1)");
            String effect = effect(statement, clause);
            statement.execute("DROP TABLE child, parent");
            boolean asDeclared = reported.equals(action);
            Verdict verdict =
                    !effect.equals(expected) ? Verdict.CHANGED : asDeclared ? Verdict.EXACT : Verdict.EQUIVALENT;
            return new Measurement(reported, effect, verdict);
        }
    }

    private static String effect(Statement statement, String clause) throws SQLException {
        try {
            statement.execute(
                    clause.equals("DELETE")
                            ? "DELETE FROM parent WHERE id = 1"
                            : "UPDATE parent SET id = 2 WHERE id = 1");
        } catch (SQLException refused) {
            return "refused";
        }
        String left = single(statement, "SELECT coalesce(group_concat(coalesce(id, 'null')), 'none') FROM child");
        return switch (left) {
            case "none", "2" -> "followed";
            case "null" -> "null";
            case "5" -> "default";
            default -> "left " + left;
        };
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
