package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Exclusivity;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exclusion constraints over plain columns, and keys WITHOUT OVERLAPS (PostgreSQL 18), as a condition on one row beside
 * another. Expressions, predicates and operator classes of one's own are left to the server.
 */
final class ExclusionRules {
    private static final Pattern DEFINITION = Pattern.compile("(?is)EXCLUDE\\s+(?:USING\\s+\\w+\\s*)?\\((.*)\\)");
    private static final Pattern ELEMENT = Pattern.compile(
            "\\s*(\"(?:[^\"]|\"\")+\"|\\w+)\\s+WITH\\s+([-+*/<>=~!@#%^&|`?]+)\\s*", Pattern.CASE_INSENSITIVE);

    private final Table table;
    private final String rows;

    /** @param rows what stands behind FROM for the rows of the table alone */
    ExclusionRules(Table table, String rows) {
        this.table = table;
        this.rows = rows;
    }

    Optional<Exclusivity> of(Constraint constraint) {
        if (constraint instanceof Exclusion exclusion) {
            return of(exclusion);
        }
        if (constraint instanceof PrimaryKey key) {
            return temporal(key.columns(), key.options());
        }
        return constraint instanceof UniqueKey key ? temporal(key.columns(), key.options()) : Optional.empty();
    }

    private Optional<Exclusivity> of(Exclusion exclusion) {
        Matcher definition = DEFINITION.matcher(exclusion.definition().strip());
        if (!definition.matches()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        for (String element : definition.group(1).split(",", -1)) {
            Matcher parts = ELEMENT.matcher(element);
            List<String> name = parts.matches() ? Identifiers.unquote(parts.group(1)) : List.of();
            if (name.size() != 1 || table.column(name.get(0)).isEmpty()) {
                return Optional.empty();
            }
            columns.add(name.get(0));
            operators.add(parts.group(2));
        }
        return Optional.of(new Exclusivity(columns, another(columns, operators), exclusion.definition()));
    }

    /** Equal in all but the last column, which overlaps; an empty range is refused by itself. */
    private Optional<Exclusivity> temporal(List<String> columns, Options options) {
        if (!options.has(Keys.WITHOUT_OVERLAPS)) {
            return Optional.empty();
        }
        List<String> operators = new ArrayList<>();
        columns.forEach(c -> operators.add(operators.size() < columns.size() - 1 ? "=" : "&&"));
        String last = columns.get(columns.size() - 1);
        return Optional.of(new Exclusivity(
                columns,
                "(isempty(" + own(last) + ") OR " + another(columns, operators) + ")",
                "a key of " + String.join(", ", columns) + " WITHOUT OVERLAPS"));
    }

    private String another(List<String> columns, List<String> operators) {
        StringBuilder sql = new StringBuilder("EXISTS (SELECT FROM " + rows
                + " AS other WHERE (other.tableoid, other.ctid) <> (" + own() + ".tableoid, " + own() + ".ctid)");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(" AND ")
                    .append(own(columns.get(i)))
                    .append(' ')
                    .append(operators.get(i))
                    .append(" other.")
                    .append(Identifiers.quote(columns.get(i)));
        }
        return sql.append(")").toString();
    }

    private String own() {
        return Identifiers.quote(table.name().name());
    }

    private String own(String column) {
        return own() + "." + Identifiers.quote(column);
    }
}
