package dev.fk.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of each referential action on a server: measured with rows, compared with the golden data, and that with
 * what the dialect claims and what is objected to before any statement.
 */
public final class ActionMatrix {
    private static final List<String> CLAUSES = List.of("DELETE", "UPDATE");
    private static final Pattern CELL = Pattern.compile("ON (DELETE|UPDATE) ([A-Z ]+?) {2,}.* (\\w+)");

    private enum Verdict {
        /** Reported as declared, and done. */
        EXACT,
        /** Reported as something else that does the same. */
        EQUIVALENT,
        /** Taken, but something else is done. */
        CHANGED,
        /** Not taken. */
        REFUSED;

        boolean works() {
            return this == EXACT || this == EQUIVALENT;
        }
    }

    private record Measurement(String reported, String effect, Verdict verdict) {}

    private final Connection connection;
    private final Dialect dialect;
    private final ServerInfo server;

    public ActionMatrix(Connection connection, Dialect dialect, ServerInfo server) {
        this.connection = connection;
        this.dialect = dialect;
        this.server = server;
    }

    /** @param line servers of one line share a golden file, {@code mariadb-11.8} */
    public void verify(String line) throws SQLException, IOException {
        Capabilities can = dialect.capabilities(server.version());
        StringBuilder table = new StringBuilder("declared                 reported     effect      verdict\n");
        for (String clause : CLAUSES) {
            Measurement unspecified = measure(clause, "", "refused");
            append(table, "(no ON " + clause + ")", unspecified);
            assertThat(can.unspecified().sql())
                    .as("%s claims that an unspecified action is reported so", server)
                    .isEqualTo(unspecified.reported());
            for (ReferentialAction action : ReferentialAction.values()) {
                append(table, "ON " + clause + " " + action, measure(clause, action.sql(), expected(action)));
            }
        }
        Golden.assertEqual("capabilities/" + line + ".txt", table.toString());
        verifyClaims(Files.readString(Path.of("src/test/resources/golden/capabilities", line + ".txt")), can);
    }

    /** Walks the golden data: what works is claimed and not objected to; what doesn't is objected to, with the reason. */
    private void verifyClaims(String golden, Capabilities can) {
        Map<String, Verdict> cells = new TreeMap<>();
        for (String row : golden.split("\n")) {
            Matcher cell = CELL.matcher(row);
            if (cell.matches()) {
                String clause = cell.group(1);
                ReferentialAction action =
                        ReferentialAction.valueOf(cell.group(2).replace(' ', '_'));
                Verdict verdict = Verdict.valueOf(cell.group(3));
                cells.put(clause + " " + action, verdict);
                assertThat((clause.equals("DELETE") ? can.onDelete() : can.onUpdate()).contains(action))
                        .as("%s claims ON %s %s", server, clause, action)
                        .isEqualTo(verdict.works());
                verifyObjection(clause, action, verdict);
            }
        }
        assertThat(cells).hasSize(CLAUSES.size() * ReferentialAction.values().length);
    }

    private void verifyObjection(String clause, ReferentialAction action, Verdict verdict) {
        CanonicalSchema wish = dialect.canonicalizer(server).canonical(declaring(clause, action));
        List<Problem> problems = Preflight.check(wish, wish, dialect, server);
        if (verdict.works()) {
            assertThat(problems).as("ON %s %s", clause, action).isEmpty();
        } else {
            assertThat(problems).as("ON %s %s", clause, action).singleElement().satisfies(p -> assertThat(p.fact())
                    .contains("ON " + clause + " " + action, server.toString(), dialect.fateOf(action)));
        }
    }

    private static Schema declaring(String clause, ReferentialAction action) {
        DataType integer = new DataType.Int(DataType.Int.Size.REGULAR);
        ReferentialAction none = ReferentialAction.NO_ACTION;
        ForeignKey key = ForeignKey.of(List.of("id"), QualifiedName.of("parent"), List.of("id"))
                .withActions(clause.equals("DELETE") ? action : none, clause.equals("UPDATE") ? action : none);
        Table parent = Table.of(
                        QualifiedName.of("parent"),
                        List.of(Column.of("id", integer).notNull()))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id")));
        Column defaulting = Column.of("id", integer).withGeneration(Generation.defaultTo("5"));
        Table child = Table.of(QualifiedName.of("child"), List.of(defaulting)).withForeignKeys(List.of(key));
        return Schema.of(parent, child);
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

    private Measurement measure(String clause, String action, String expected) throws SQLException {
        String name = "fk_" + UUID.randomUUID().toString().replace("-", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parent (id INT PRIMARY KEY)");
            String create = "CREATE TABLE child (id INT DEFAULT 5, CONSTRAINT " + name
                    + " FOREIGN KEY (id) REFERENCES parent (id)"
                    + (action.isEmpty() ? "" : " ON " + clause + " " + action) + ")";
            try {
                statement.execute(create);
            } catch (SQLException refused) {
                statement.execute("DROP TABLE parent");
                return new Measurement("error " + refused.getErrorCode(), "", Verdict.REFUSED);
            }
            String reported = rows(
                            statement,
                            "SELECT " + clause.toLowerCase(Locale.ROOT) + "_rule"
                                    + " FROM information_schema.referential_constraints WHERE constraint_name = '"
                                    + name + "'")
                    .get(0);
            statement.execute("INSERT INTO parent VALUES (1), (5)");
            statement.execute("INSERT INTO child VALUES (1)");
            String effect = effect(statement, clause);
            statement.execute("DROP TABLE child");
            statement.execute("DROP TABLE parent");
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
        List<String> left = rows(statement, "SELECT id FROM child");
        return switch (String.join(",", left)) {
            case "", "2" -> "followed";
            case "null" -> "null";
            case "5" -> "default";
            default -> "left " + left;
        };
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
        }
        return rows;
    }
}
