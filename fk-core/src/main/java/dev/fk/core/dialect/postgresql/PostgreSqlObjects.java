package dev.fk.core.dialect.postgresql;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads views, sequences and triggers with one query, {@code objects.sql}. */
record PostgreSqlObjects(String defaultSchema) implements ObjectReader {
    private static final String SQL = Resource.text("objects.sql");

    /** The bits of {@code pg_trigger.tgtype} (src/include/catalog/pg_trigger.h). */
    private static final int ROW = 1;

    private static final int BEFORE = 1 << 1;
    private static final int INSTEAD = 1 << 6;
    private static final Map<Trigger.Event, Integer> EVENTS = Map.of(
            Trigger.Event.INSERT, 1 << 2,
            Trigger.Event.DELETE, 1 << 3,
            Trigger.Event.UPDATE, 1 << 4,
            Trigger.Event.TRUNCATE, 1 << 5);

    @Override
    public SchemaObjects read(Connection connection, CatalogScope scope) throws SQLException {
        Map<QualifiedName, View> views = new LinkedHashMap<>();
        List<Sequence> sequences = new ArrayList<>();
        List<Trigger> triggers = new ArrayList<>();
        String inScope = SQL.replace("${scope}", PostgreSqlCatalog.scope(scope, defaultSchema));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(inScope)) {
            while (row.next()) {
                switch (row.getString("kind")) {
                    case "view" -> views.merge(name(row, "o"), view(row), PostgreSqlObjects::together);
                    case "sequence" -> sequences.add(sequence(row));
                    default -> triggers.add(trigger(row));
                }
            }
        }
        return new SchemaObjects(List.copyOf(views.values()), sequences, triggers);
    }

    private QualifiedName name(ResultSet row, String label) throws SQLException {
        return Identifiers.local(row.getString("s"), row.getString(label), defaultSchema);
    }

    private View view(ResultSet row) throws SQLException {
        return new View(
                name(row, "o"), List.of(row.getString("b")), row.getString("a").equals("true"));
    }

    private static View together(View some, View more) {
        List<String> columns = new ArrayList<>(some.columns());
        columns.addAll(more.columns());
        return new View(some.name(), columns, some.materialized());
    }

    private Sequence sequence(ResultSet row) throws SQLException {
        return new Sequence(
                name(row, "o"),
                row.getLong("a"),
                row.getLong("b"),
                row.getString("c").equals("true"));
    }

    private Trigger trigger(ResultSet row) throws SQLException {
        int type = row.getInt("a");
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        EVENTS.forEach((event, bit) -> {
            if ((type & bit) != 0) {
                events.add(event);
            }
        });
        Trigger.Timing timing = (type & INSTEAD) != 0
                ? Trigger.Timing.INSTEAD_OF
                : (type & BEFORE) != 0 ? Trigger.Timing.BEFORE : Trigger.Timing.AFTER;
        return new Trigger(
                name(row, "t"), row.getString("o"), timing, events, (type & ROW) != 0, state(row.getString("b")));
    }

    /** {@code pg_trigger.tgenabled}. */
    private static Trigger.State state(String enabled) {
        return switch (enabled) {
            case "D" -> Trigger.State.DISABLED;
            case "R" -> Trigger.State.ON_REPLICAS_ONLY;
            default -> Trigger.State.ENABLED;
        };
    }
}
