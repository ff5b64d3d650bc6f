package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks {@code information_schema} about all schemas in scope, several questions in one statement. */
final class Catalog {
    private static final String OWN = "NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    private final Connection connection;
    private final Settings settings;
    private final boolean oneSchema;
    /** One schema is asked for with {@code =}: only then MariaDB opens that schema's tables alone. */
    private final String schemas;

    Catalog(Connection connection, Settings settings, CatalogScope scope) {
        this.connection = connection;
        this.settings = settings;
        Set<String> named = new TreeSet<>(scope.schemas());
        named.add(settings.info().defaultSchema());
        Quoting quoting = new Quoting(settings.backslashEscapes());
        String literals = named.stream().map(quoting::literal).collect(Collectors.joining(", "));
        this.oneSchema = !scope.all() && named.size() == 1;
        this.schemas = scope.all() ? OWN : oneSchema ? "= " + literals : "IN (" + literals + ")";
    }

    /** Asks about one table: MariaDB opens that alone if its name, too, is asked for with {@code =}. */
    Catalog(Connection connection, Settings settings, QualifiedName table) {
        this.connection = connection;
        this.settings = settings;
        Quoting quoting = new Quoting(settings.backslashEscapes());
        this.oneSchema = table.schema().isEmpty();
        this.schemas =
                "= " + quoting.literal(table.schema().orElse(settings.info().defaultSchema())) + " AND table_name = "
                        + quoting.literal(table.name());
    }

    /**
     * What there is to say about each table, view or sequence, by name, in one round trip: one UNION ALL, because several
     * statements in one message are something that the user would have to switch on in both drivers. A value in it costs
     * some 150 ns from MySQL 9.7.4 through Connector/J 9.7 to us, so the schema is asked for only if it may be another one.
     */
    SortedMap<QualifiedName, Answers> ask(Question... questions) throws SQLException {
        int width = Stream.of(questions).mapToInt(Question::width).max().orElse(0);
        String sql = Stream.of(questions)
                .map(q -> q.sql(settings.isMariaDb(), oneSchema, schemas, width))
                .collect(Collectors.joining("\nUNION ALL\n"));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return answers(result);
        }
    }

    /** Whether there is no table in scope, nor anything like one; MariaDB opens no table for their names. */
    boolean isEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema "
                                + schemas + " LIMIT 1")) {
            return !row.next();
        }
    }

    private SortedMap<QualifiedName, Answers> answers(ResultSet result) throws SQLException {
        Map<QualifiedName, Answers> answers = new HashMap<>();
        Question[] questions = Question.values();
        int first = oneSchema ? Question.TABLE : Question.SCHEMA;
        Cells cells = new Cells(result);
        List<Row> together = List.of();
        while (result.next()) {
            Question question = questions[cells.number()];
            byte[] @Nullable [] values = new byte[question.width()][];
            for (int i = first; i < values.length; i++) {
                values[i] = cells.at(i);
            }
            Row row = Row.of(question, values, settings.info().defaultSchema());
            if (together.isEmpty() || !together.get(0).isBeside(row)) {
                together =
                        answers.computeIfAbsent(row.table(), t -> new Answers()).rows(question);
            }
            together.add(row);
        }
        return new TreeMap<>(answers);
    }
}
