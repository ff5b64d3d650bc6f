package dev.fk.core.probe;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.ProbeRules;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the tables that a probe may touch: what their rows have to be like, in the server's words. */
record Situation(
        Schema schema,
        Map<QualifiedName, List<String>> conditions,
        Map<QualifiedName, ProbeRules.Domain> domains,
        List<String> obstacles,
        RowRules rows,
        ProbeRules rules,
        SqlWords words) {

    static Situation of(Database database, Schema schema, Table child, Connection connection) throws SQLException {
        ProbeRules rules = database.dialect().probeRules(database.server());
        Map<QualifiedName, Table> reach = Reach.of(schema, child);
        Map<QualifiedName, List<String>> conditions = new HashMap<>();
        Map<QualifiedName, ProbeRules.Domain> domains = new HashMap<>();
        for (Table table : reach.values()) {
            List<String> own = conditions.computeIfAbsent(table.name(), n -> new ArrayList<>());
            table.checks().stream()
                    .filter(c -> c.enforcement() != Enforcement.NOT_ENFORCED)
                    .map(Check::expression)
                    .map(Expression::sql)
                    .forEach(own::add);
            for (Column column : table.columns()) {
                if (column.type() instanceof DataType.Named named
                        && !schema.enums().containsKey(named.name())
                        && !domains.containsKey(named.name())) {
                    rules.domain(connection, named.name()).ifPresent(d -> domains.put(named.name(), d));
                }
            }
        }
        rules.conditions(connection, reach.keySet()).forEach(c -> conditions
                .computeIfAbsent(c.table(), n -> new ArrayList<>())
                .add(c.sql()));
        return new Situation(
                schema,
                conditions,
                domains,
                rules.obstacles(connection, reach.values()),
                database.dialect().rowRules(database.server()),
                rules,
                new SqlWords(database.dialect().diagnosis(database.server()).lexis()));
    }

    /** The conditions on the rows of a table but for those that its domains make. */
    List<String> conditions(Table table) {
        return conditions.getOrDefault(table.name(), List.of());
    }

    Optional<ProbeRules.Domain> domain(Column column) {
        return column.type() instanceof DataType.Named named
                ? Optional.ofNullable(domains.get(named.name()))
                : Optional.empty();
    }

    /** The type of the values, not that of a domain over it. */
    DataType type(Column column) {
        return domain(column).map(ProbeRules.Domain::type).orElse(column.type());
    }

    boolean isChecked(Table table, Column column) {
        return !domain(column)
                        .map(ProbeRules.Domain::conditions)
                        .orElse(List.of())
                        .isEmpty()
                || conditions(table).stream().anyMatch(c -> new Expression(c).mayMention(column.name()));
    }

    /** All that is said of the values of a column. */
    List<String> said(Table table, Column column) {
        List<String> said = new ArrayList<>(
                domain(column).map(ProbeRules.Domain::conditions).orElse(List.of()));
        conditions(table).stream()
                .filter(c -> new Expression(c).mayMention(column.name()))
                .forEach(said::add);
        return said;
    }
}
