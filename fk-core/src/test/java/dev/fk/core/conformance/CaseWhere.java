package dev.fk.core.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sequelize's where objects as SQL, quoted for PostgreSQL; the MySQL family's sessions run with ANSI_QUOTES for it. */
final class CaseWhere {
    private static final Map<String, String> OPERATORS =
            Map.of("$eq", "=", "$ne", "!=", "$gt", ">", "$gte", ">=", "$lt", "<", "$lte", "<=", "$like", "LIKE");

    private CaseWhere() {}

    static String sql(JsonNode where) {
        List<String> terms = new ArrayList<>();
        where.properties().forEach(e -> terms.add(term(e.getKey(), e.getValue())));
        return String.join(" AND ", terms);
    }

    private static String term(String column, JsonNode condition) {
        String quoted = '"' + column + '"';
        if (!condition.isObject()) {
            return quoted + " = " + literal(condition);
        }
        List<String> terms = new ArrayList<>();
        condition.properties().forEach(e -> terms.add(comparison(quoted, e.getKey(), e.getValue())));
        return String.join(" AND ", terms);
    }

    private static String comparison(String column, String operator, JsonNode value) {
        return switch (operator) {
            case "$in", "$notIn" ->
                column + (operator.equals("$in") ? " IN (" : " NOT IN (")
                        + String.join(
                                ", ",
                                Case.elements(value).map(CaseWhere::literal).toList()) + ")";
            case "$between" -> column + " BETWEEN " + literal(value.path(0)) + " AND " + literal(value.path(1));
            default -> column + " " + OPERATORS.get(operator) + " " + literal(value);
        };
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? "'" + value.asText().replace("'", "''") + "'" : value.asText();
    }
}
