package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.ObjectReader;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Sequence;
import dev.fk.core.schema.Trigger;
import dev.fk.core.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads views and triggers, and sequences, which MariaDB has, in two round trips at most. */
record MySqlObjects(Settings settings) implements ObjectReader {
    @Override
    public SchemaObjects read(Connection connection, CatalogScope scope) throws SQLException {
        List<View> views = new ArrayList<>();
        List<Trigger> triggers = new ArrayList<>();
        List<QualifiedName> sequences = new ArrayList<>();
        new Catalog(connection, settings, scope)
                .ask(Question.VIEWS, Question.TRIGGERS, Question.SEQUENCES)
                .forEach((name, answers) -> {
                    List<Row> columns = answers.numbered(Question.VIEWS);
                    if (!columns.isEmpty()) {
                        views.add(new View(
                                name, columns.stream().map(r -> r.text(Label.C)).toList(), false));
                    }
                    triggers.addAll(triggers(answers.to(Question.TRIGGERS)));
                    if (!answers.to(Question.SEQUENCES).isEmpty()) {
                        sequences.add(name);
                    }
                });
        return new SchemaObjects(views, sequences(connection, sequences), triggers);
    }

    /** A row for each event: MariaDB 12 has triggers on several. */
    private static List<Trigger> triggers(List<Row> rows) {
        Map<String, Set<Trigger.Event>> events = new TreeMap<>();
        for (Row row : rows) {
            Set<Trigger.Event> of = events.computeIfAbsent(row.text(Label.K), n -> EnumSet.noneOf(Trigger.Event.class));
            for (String event : row.text(Label.EVENT).split("\\W+")) {
                of.add(Trigger.Event.valueOf(event.toUpperCase(Locale.ROOT)));
            }
        }
        List<Trigger> triggers = new ArrayList<>();
        events.forEach((name, on) -> {
            Row row = rows.stream().filter(r -> r.is(Label.K, name)).findFirst().orElseThrow();
            Trigger.Timing timing =
                    Trigger.Timing.valueOf(row.text(Label.TIMING).toUpperCase(Locale.ROOT));
            triggers.add(new Trigger(row.table(), name, timing, on, true, Trigger.State.ENABLED));
        });
        return triggers;
    }

    /** What a sequence is like stands in itself. */
    private static List<Sequence> sequences(Connection connection, List<QualifiedName> names) throws SQLException {
        if (names.isEmpty()) {
            return List.of();
        }
        String sql = names.stream()
                        .map(n -> "SELECT start_value, increment, cycle_option, " + names.indexOf(n) + " AS i FROM "
                                + Identifiers.quote(n))
                        .collect(Collectors.joining(" UNION ALL "))
                + " ORDER BY i";
        List<Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                sequences.add(new Sequence(
                        names.get(row.getInt("i")),
                        row.getLong("start_value"),
                        row.getLong("increment"),
                        row.getInt("cycle_option") != 0));
            }
        }
        return sequences;
    }
}
