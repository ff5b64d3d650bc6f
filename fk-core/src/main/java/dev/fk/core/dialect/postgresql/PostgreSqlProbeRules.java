package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.ProbeRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Probe rows on PostgreSQL, where all of a transaction is undone but the numbers taken from sequences. */
record PostgreSqlProbeRules(String defaultSchema) implements ProbeRules {
    private static final String DOMAIN =
            """
            SELECT format_type(t.typbasetype, t.typtypmod), pg_get_constraintdef(c.oid)
            FROM pg_type t LEFT JOIN pg_constraint c ON c.contypid = t.oid AND c.contype = 'c'
            WHERE t.oid = to_regtype(?) AND t.typtype = 'd'
            """;
    private static final String PARTITIONS =
            """
            SELECT n.place - 1, r.oid::regclass = t.relid AS whole, pg_get_partition_constraintdef(t.relid)
            FROM unnest(?::text[]) WITH ORDINALITY n (name, place) JOIN pg_class r ON r.oid = to_regclass(n.name),
                LATERAL pg_partition_tree(r.oid) t
            WHERE (r.relkind = 'p' OR r.relispartition)
                AND (t.isleaf OR t.relid = r.oid)
            """;
    private static final String DISABLED =
            """
            SELECT CASE WHEN current_setting('session_replication_role') = 'replica'
                    THEN 'session_replication_role is replica, so that no foreign key is looked after'
                ELSE (SELECT CASE min(t.tgenabled::text)
                        WHEN 'D' THEN 'its triggers are disabled (ALTER TABLE … DISABLE TRIGGER)'
                        WHEN 'R' THEN 'its triggers fire on replicas only (ALTER TABLE … ENABLE REPLICA TRIGGER)' END
                    FROM pg_trigger t JOIN pg_constraint c ON c.oid = t.tgconstraint
                    WHERE c.conname = ? AND c.conrelid = to_regclass(?) AND t.tgenabled IN ('D', 'R')) END
            """;

    @Override
    public String literal(String value) {
        return SqlText.literal(value);
    }

    @Override
    public String bytes(String hex) {
        return "'\\x" + hex + "'::bytea";
    }

    @Override
    public List<String> values(DataType.Other type, int number) {
        String name =
                type.sql().toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", "").strip();
        int low = Math.floorMod(number, 200) + 1;
        int length = Integer.parseInt("0" + type.sql().replaceAll("\\D", ""));
        return switch (name) {
            case "inet", "cidr" -> List.of("'10.9.8." + low + "'");
            case "macaddr" -> List.of(String.format("'08:00:2b:01:02:%02x'", low));
            case "macaddr8" -> List.of(String.format("'08:00:2b:01:02:03:04:%02x'", low));
            case "interval" -> List.of("'" + low + " hours'");
            case "money" -> List.of("'" + low + "'");
            case "bit" -> List.of("B'" + bits(low, Math.max(1, length)) + "'");
            case "bit varying" -> List.of("B'" + bits(low, length == 0 ? 8 : Math.min(8, length)) + "'");
            case "xml" -> List.of("'<a>" + low + "</a>'");
            case "tsvector", "tsquery", "name", "\"char\"", "citext", "ltree" -> List.of("'" + word(low) + "'");
            case "hstore" -> List.of("'a=>" + low + "'");
            case "oid", "xid", "cid", "xid8" -> List.of("'" + low + "'");
            case "pg_lsn" -> List.of("'0/" + Integer.toHexString(low) + "'");
            case "point" -> List.of("'(" + low + ",1)'");
            case "box", "lseg", "path" -> List.of("'((0,0),(1," + low + "))'");
            case "line" -> List.of("'{1,1," + low + "}'");
            case "polygon" -> List.of("'((0,0),(1,0),(0," + low + "))'");
            case "circle" -> List.of("'<(0,0)," + low + ">'");
            case "int4range", "int8range", "numrange" -> List.of("'[" + low + "," + (low + 1) + ")'");
            case "daterange" -> List.of("'[2020-01-01," + (2020 + low) + "-01-01)'");
            case "tsrange", "tstzrange" -> List.of("'[2020-01-01 00:00," + (2020 + low) + "-01-01 00:00)'");
            case "int4multirange", "int8multirange", "nummultirange", "datemultirange" -> List.of("'{}'");
            case "jsonpath" -> List.of("'$.a" + low + "'");
            default -> List.of();
        };
    }

    private static String bits(int number, int length) {
        String bits = "0".repeat(length) + Integer.toBinaryString(number);
        return bits.substring(bits.length() - length);
    }

    private static String word(int number) {
        return (char) ('a' + number % 26) + (number < 26 ? "" : "" + number / 26);
    }

    @Override
    public Optional<Domain> domain(Connection connection, QualifiedName type) throws SQLException {
        List<String> conditions = new ArrayList<>();
        Optional<DataType> base = Optional.empty();
        for (List<String> row : rows(connection, DOMAIN, Identifiers.quote(type))) {
            base = Optional.of(WrittenType.of(row.get(0)));
            if (row.get(1).startsWith("CHECK ")) {
                conditions.add(row.get(1).substring("CHECK ".length()).replaceAll(" NOT VALID$", ""));
            }
        }
        return base.map(b -> new Domain(b, conditions));
    }

    /** A column GENERATED ALWAYS takes a value only so; to the others it makes no difference. */
    @Override
    public Sql insert(Table table, Map<String, String> values) {
        String into = "INSERT INTO " + Identifiers.quote(table.name());
        return new Sql(
                values.isEmpty()
                        ? into + " DEFAULT VALUES"
                        : into + " (" + Identifiers.quote(List.copyOf(values.keySet())) + ")"
                                + (counts(table) ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES ("
                                + String.join(", ", values.values()) + ")");
    }

    private static boolean counts(Table table) {
        return table.columns().stream().anyMatch(c -> c.generation() instanceof Generation.Identity);
    }

    /** A sequence knows nothing of the values that it has not given. */
    @Override
    public boolean movesCounter(Column column) {
        return false;
    }

    @Override
    public Sql lastNumber() {
        return new Sql("SELECT lastval()");
    }

    /** Foreign keys are checked when a statement ends, however many tables it inserts into. */
    @Override
    public Group together(List<Sql> inserts) {
        StringBuilder with = new StringBuilder("WITH ");
        for (int i = 0; i < inserts.size() - 1; i++) {
            with.append(i == 0 ? "" : ", ")
                    .append("row_")
                    .append(i + 1)
                    .append(" AS (")
                    .append(inserts.get(i))
                    .append(')');
        }
        return new Group(List.of(new Sql(with + " " + inserts.get(inserts.size() - 1))), List.of());
    }

    @Override
    public Optional<Sql> checkAtOnce() {
        return Optional.of(new Sql("SET CONSTRAINTS ALL IMMEDIATE"));
    }

    /** Rows of a partition have to fit its bounds; those of a partitioned table, the bounds of one of its partitions. */
    @Override
    public List<RowCondition> conditions(Connection connection, Collection<QualifiedName> tables) throws SQLException {
        List<QualifiedName> names = List.copyOf(tables);
        List<RowCondition> conditions = new ArrayList<>();
        Map<QualifiedName, List<String>> parts = new LinkedHashMap<>();
        Object quoted = connection.createArrayOf(
                "text", names.stream().map(Identifiers::quote).toArray());
        for (List<String> row : rows(connection, PARTITIONS, quoted)) {
            QualifiedName table = names.get(Integer.parseInt(row.get(0)));
            if (row.get(1).equals("t") && !row.get(2).isEmpty()) {
                conditions.add(new RowCondition(table, row.get(2)));
            } else if (!row.get(2).isEmpty()) {
                parts.computeIfAbsent(table, t -> new ArrayList<>()).add(row.get(2));
            }
        }
        parts.forEach(
                (table, bounds) -> conditions.add(new RowCondition(table, "(" + String.join(" OR ", bounds) + ")")));
        return conditions;
    }

    @Override
    public List<String> obstacles(Connection connection, Collection<Table> tables) {
        return List.of();
    }

    @Override
    public Optional<String> whyIgnored(Connection connection, QualifiedName table, ForeignKey key) throws SQLException {
        return rows(connection, DISABLED, key.name().orElse(""), Identifiers.quote(table)).stream()
                .map(row -> row.get(0))
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    private static List<List<String>> rows(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        String value = result.getString(i);
                        row.add(value == null ? "" : value);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
