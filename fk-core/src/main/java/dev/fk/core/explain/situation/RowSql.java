package dev.fk.core.explain.situation;

import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Questions to the rows, and statements that change them, in SQL that all servers share but for the quotes. */
@API(status = Status.INTERNAL)
public record RowSql(Situation situation) {
    private static final int FIRST = 5;

    private Diagnosis words() {
        return situation.diagnosis();
    }

    /** Groups of rows that have the same values where none is NULL: the values, then how many rows. */
    public List<List<String>> duplicates(Table table, List<String> columns) {
        return situation
                .look()
                .rows(new Sql("SELECT " + situation.quoted(columns) + ", COUNT(*) FROM "
                        + words().quote(table.name()) + " WHERE " + notNull("", columns) + " GROUP BY "
                        + situation.quoted(columns) + " HAVING COUNT(*) > 1 ORDER BY " + situation.quoted(columns)
                        + " LIMIT " + FIRST));
    }

    /** The same in words. */
    public List<String> told(Table table, List<String> columns) {
        return duplicates(table, columns).stream()
                .map(row -> values(columns, row) + " in " + row.get(row.size() - 1) + " rows")
                .toList();
    }

    private String notNull(String alias, List<String> columns) {
        return columns.stream()
                .map(c -> alias + words().quote(c) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    /** What stands behind FROM for the rows that a foreign key looks at. */
    private String alone(Table table) {
        return situation.heirs(table).isEmpty()
                ? words().quote(table.name())
                : situation.dialect().rowRules(situation.server()).alone(table);
    }

    /** The number of rows of a table under a condition, and the first of their values. */
    public List<String> seen(Table table, List<String> columns, String condition, String what) {
        return seen(table, columns, condition, number(table, condition), what);
    }

    /** @param number how many there are, where that is known already */
    public List<String> seen(Table table, List<String> columns, String condition, long number, String what) {
        String from = " FROM " + alone(table) + " WHERE " + condition;
        List<String> seen = new ArrayList<>();
        seen.add(rows(number) + " of " + table.name() + " " + what);
        String names = situation.quoted(columns);
        situation
                .look()
                .rows(new Sql("SELECT DISTINCT " + names + from + " ORDER BY " + names + " LIMIT " + FIRST))
                .forEach(row -> seen.add(values(columns, row)));
        return seen;
    }

    /** How many rows have a value in all columns of a foreign key. */
    public String referring(Situation.Owned owned) {
        return rows(number(owned.table(), notNull("", owned.key().columns())));
    }

    /** The rows with these literals in these columns. */
    public String hasValues(List<String> columns, List<String> literals) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add(words().quote(columns.get(i)) + " = " + literals.get(i));
        }
        return String.join(" AND ", pairs);
    }

    /** How many rows of a table there are under a condition. */
    public long number(Table table, String condition) {
        return sum(situation.look().rows(counting(table, condition)));
    }

    /** Whether there are none, and the server can tell: values may be of types that do not compare. */
    public boolean isSurelyNone(Table table, String condition) {
        return answer(counting(table, condition)).filter(rows -> sum(rows) == 0).isPresent();
    }

    /** Empty where the server cannot answer, as it may be asked for the very expression that it refused. */
    public Optional<List<List<String>>> answer(Sql query) {
        try {
            return Optional.of(situation.look().rows(query));
        } catch (RuntimeException unanswered) {
            return Optional.empty();
        }
    }

    private Sql counting(Table table, String condition) {
        return new Sql("SELECT COUNT(*) FROM " + alone(table) + " WHERE " + condition);
    }

    private static long sum(List<List<String>> rows) {
        return rows.stream().flatMap(List::stream).mapToLong(Long::parseLong).sum();
    }

    public String count(String from) {
        return rows(sum(situation.look().rows(new Sql("SELECT COUNT(*)" + from))));
    }

    private static String rows(long number) {
        return number + (number == 1 ? " row" : " rows");
    }

    public static String values(List<String> columns, List<String> row) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            pairs.add(columns.get(i) + " = " + row.get(i));
        }
        return String.join(", ", pairs);
    }

    /** The rows whose values are in none of the parent's; those with a NULL in part refer to nothing. */
    public String isOrphan(Table child, ForeignKey key, Table parent) {
        return isOrphan(child, key, parent(child, key, alone(parent)));
    }

    /** The same where rows of the tables that inherit from the parent count as its own. */
    public String isOrphanOfAll(Table child, ForeignKey key, QualifiedName parent) {
        return isOrphan(child, key, parent(child, key, words().quote(parent)));
    }

    private String isOrphan(Table child, ForeignKey key, String parent) {
        return notNull(words().quote(child.name()) + ".", key.columns()) + " AND NOT EXISTS (SELECT 1 FROM " + parent
                + " parent_row WHERE " + pairs(child, key) + ")";
    }

    private String pairs(Table child, ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(
                    "parent_row." + words().quote(key.referencedColumns().get(i)) + " = " + words().quote(child.name())
                            + "." + words().quote(key.columns().get(i)));
        }
        return String.join(" AND ", pairs);
    }

    /** The rows whose values are in one of these tables, a part of the parent. */
    public String refersTo(Table child, ForeignKey key, Table part) {
        return notNull(words().quote(child.name()) + ".", key.columns()) + " AND EXISTS (SELECT 1 FROM "
                + words().quote(part.name()) + " parent_row WHERE " + pairs(child, key) + ")";
    }

    /** The rows that MATCH FULL refuses. */
    public String isPartlyNull(ForeignKey key) {
        String some =
                key.columns().stream().map(c -> words().quote(c) + " IS NULL").collect(Collectors.joining(" OR "));
        return "(" + some + ") AND NOT (" + some.replace(" OR ", " AND ") + ")";
    }

    /** MySQL does not change a table that it reads in the same statement (1093), but it does change one it has read. */
    private String parent(Table child, ForeignKey key, String rows) {
        return child.name().equals(key.referencedTable())
                ? "(SELECT DISTINCT " + situation.quoted(key.referencedColumns()) + " FROM " + rows + ")"
                : rows;
    }

    /** Takes rows out of the way of a foreign key: their references go if they may be NULL, otherwise the rows. */
    public List<Sql> detach(Table child, ForeignKey key, String condition) {
        boolean nullable = key.columns().stream()
                .flatMap(c -> child.column(c).stream())
                .allMatch(c -> c.nullable() && !isKey(child, c.name()));
        String table = alone(child);
        return List.of(new Sql(
                nullable
                        ? "UPDATE " + table + " SET "
                                + key.columns().stream()
                                        .map(c -> words().quote(c) + " = NULL")
                                        .collect(Collectors.joining(", "))
                                + " WHERE " + condition
                        : "DELETE FROM " + table + " WHERE " + condition));
    }

    private static boolean isKey(Table table, String column) {
        return table.primaryKey().filter(k -> k.columns().contains(column)).isPresent();
    }
}
