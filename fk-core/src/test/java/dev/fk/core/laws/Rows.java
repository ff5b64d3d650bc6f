package dev.fk.core.laws;

import dev.fk.core.diff.Change;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows in the tables of a database: random ones come, and are compared before and after. */
final class Rows {
    private static final int PASSES = 6;
    private static final Pattern MIDNIGHT = Pattern.compile(" 00:00:00(\\.0+)?$");

    private final Connection connection;
    private final Random random;
    private final String quote;

    Rows(Connection connection, Random random) throws SQLException {
        this.connection = connection;
        this.random = random;
        this.quote = connection.getMetaData().getIdentifierQuoteString();
    }

    /** Inserts what the server takes, and returns how many rows that were. */
    int fill(CanonicalSchema there) throws SQLException {
        int inserted = 0;
        try (Statement statement = connection.createStatement()) {
            for (int pass = 0; pass < PASSES; pass++) {
                for (Table table : there.schema().tables().values()) {
                    inserted += insert(statement, table, there) ? 1 : 0;
                }
            }
        }
        return inserted;
    }

    private boolean insert(Statement statement, Table table, CanonicalSchema there) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean counts = column.generation() instanceof Generation.AutoIncrement
                    || column.generation() instanceof Generation.Identity;
            if (!(column.generation() instanceof Generation.Computed) && !(counts && random.nextInt(3) > 0)) {
                names.add(quoted(column.name()));
                values.add(value(column, there));
            }
        }
        if (names.isEmpty() || isOfCompositeSelfReference(table)) {
            return false;
        }
        try {
            statement.execute("INSERT INTO " + quoted(table.name().name()) + " (" + String.join(", ", names)
                    + ") VALUES (" + String.join(", ", values) + ")");
            return true;
        } catch (SQLException refused) {
            // Random values break many a rule; the next row is another one.
            return false;
        }
    }

    /**
     * MySQL 9.7.4 takes an orphan where a table refers to itself by several columns, (1, 2) with a reference to (1, 3), and
     * then refuses to copy the table. MySQL 8.0.33 and MariaDB do not.
     */
    private static boolean isOfCompositeSelfReference(Table table) {
        return table.foreignKeys().stream()
                .anyMatch(k ->
                        k.referencedTable().equals(table.name()) && k.columns().size() > 1);
    }

    private String value(Column column, CanonicalSchema there) {
        List<String> pool = Values.of(column.type(), there.schema());
        boolean none = pool.isEmpty() || (column.nullable() && random.nextInt(4) == 0);
        return none ? "NULL" : pool.get(random.nextInt(pool.size()));
    }

    /** The names of the tables as SQL. */
    List<String> tables(CanonicalSchema there) {
        return there.schema().tables().keySet().stream()
                .map(n -> quoted(n.name()))
                .toList();
    }

    /** All rows of all tables, each a map from column to value; the blanks that fill up a CHAR are none of its value. */
    Map<QualifiedName, List<Map<String, String>>> read(CanonicalSchema there) throws SQLException {
        Map<QualifiedName, List<Map<String, String>>> rows = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : there.schema().tables().values()) {
                rows.put(table.name(), read(statement, table));
            }
        }
        return rows;
    }

    private List<Map<String, String>> read(Statement statement, Table table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        String columns = table.columnNames().stream().map(this::quoted).collect(Collectors.joining(", "));
        try (ResultSet row = statement.executeQuery(
                "SELECT " + columns + " FROM " + quoted(table.name().name()))) {
            while (row.next()) {
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    Column column = table.columns().get(i);
                    String value = String.valueOf(row.getString(i + 1));
                    values.put(column.name(), row.wasNull() ? value : comparable(value, column.type()));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** 2 and 2.00 are one number, and a boolean becomes one; a CHAR is padded; a day becomes its midnight. */
    private static String comparable(String value, DataType type) {
        if (type instanceof DataType.Bool) {
            return value.equals("t") ? "1" : value.equals("f") ? "0" : value;
        }
        if (type instanceof DataType.Decimal || type instanceof DataType.Approximate) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        if (type instanceof DataType.DateTime) {
            return MIDNIGHT.matcher(value).replaceFirst("");
        }
        return type instanceof DataType.Char ? value.stripTrailing() : value;
    }

    private String quoted(String name) {
        return quote + name + quote;
    }

    /** Fails unless what no step of the plan announced to lose is still there. */
    static void compare(
            CanonicalSchema from,
            Map<QualifiedName, List<Map<String, String>>> before,
            CanonicalSchema to,
            Map<QualifiedName, List<Map<String, String>>> after,
            Plan plan) {
        for (Table table : from.schema().tables().values()) {
            Table now = to.schema().table(table.name()).orElse(table);
            boolean dropped = plan.steps().stream()
                    .anyMatch(s -> s.source() instanceof Change.DropTable d
                            && d.table().equals(table.name()));
            if (dropped || !after.containsKey(table.name())) {
                continue;
            }
            boolean announced = plan.steps().stream()
                    .anyMatch(s -> s.source().subject().equals(table.name())
                            && s.assessment().risk() != Risk.SAFE);
            List<String> kept = table.columns().stream()
                    .filter(c -> now.column(c.name())
                            .filter(n -> keeps(c, n, announced) && !replacesNulls(plan, table.name(), c.name()))
                            .isPresent())
                    .map(Column::name)
                    .toList();
            List<String> had = projected(before.getOrDefault(table.name(), List.of()), kept);
            List<String> has = projected(after.getOrDefault(table.name(), List.of()), kept);
            if (!had.equals(has)) {
                throw new LawBroken(
                        "Rows of " + table.name() + " are not what they were, in " + kept + ":\nbefore " + had
                                + "\nafter  " + has + "\n" + plan,
                        null);
            }
        }
    }

    private static boolean replacesNulls(Plan plan, QualifiedName table, String column) {
        return plan.steps().stream()
                .filter(s -> s.assessment().risk() == Risk.DESTRUCTIVE)
                .anyMatch(s -> s.assessment().reason().contains("NULLs of " + table + "." + column + " would become"));
    }

    /** A plain column whose values nobody said would change. */
    private static boolean keeps(Column from, Column to, boolean announced) {
        boolean plain = !(from.generation() instanceof Generation.Computed)
                && !(to.generation() instanceof Generation.Computed);
        // The family numbers NULLs where a column begins to count; zerofill is how a number is shown.
        boolean numbered = counts(to) && !counts(from) && announced;
        return plain && !numbered && (from.type().equals(to.type()) || !(announced || isPadded(from) || isPadded(to)));
    }

    private static boolean counts(Column column) {
        return column.generation() instanceof Generation.AutoIncrement;
    }

    private static boolean isPadded(Column column) {
        return column.type() instanceof DataType.Int number && number.zerofill();
    }

    private static List<String> projected(List<Map<String, String>> rows, List<String> columns) {
        return rows.stream()
                .map(r -> columns.stream().map(r::get).toList().toString())
                .sorted()
                .toList();
    }
}
