package dev.fk.core.dialect.mysql;

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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Probe rows on the MySQL family, where a transaction undoes what InnoDB stores and nothing else. */
record MySqlProbeRules(Settings settings) implements ProbeRules {
    private static final String TRIGGERS = "SELECT trigger_name, event_object_table FROM information_schema.triggers"
            + " WHERE (event_object_schema, event_object_table) IN (?) ORDER BY event_object_table, trigger_name";
    private static final Pattern LABEL = Pattern.compile("'(?:[^']|'')*+'");

    @Override
    public String literal(String value) {
        return new Quoting(settings.backslashEscapes()).literal(value);
    }

    @Override
    public String bytes(String hex) {
        return "X'" + hex + "'";
    }

    @Override
    public List<String> values(DataType.Other type, int number) {
        String sql = type.sql();
        int low = Math.floorMod(number, 100) + 1;
        String name = sql.toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)", "").strip();
        int length = Math.max(1, Integer.parseInt("0" + sql.replaceAll("\\D", "")));
        return switch (name) {
            case "set" -> labels(sql);
            case "year" -> List.of("" + (2000 + low));
            case "bit" -> List.of("b'" + bits(low, Math.min(length, 63)) + "'");
            case "geometry", "point" -> List.of("ST_GeomFromText('POINT(1 " + low + ")')");
            case "linestring" -> List.of("ST_GeomFromText('LINESTRING(0 0, 1 " + low + ")')");
            case "polygon" -> List.of("ST_GeomFromText('POLYGON((0 0, 1 0, 0 " + low + ", 0 0))')");
            case "multipoint" -> List.of("ST_GeomFromText('MULTIPOINT(0 0, 1 " + low + ")')");
            case "multilinestring" -> List.of("ST_GeomFromText('MULTILINESTRING((0 0, 1 " + low + "))')");
            case "multipolygon" -> List.of("ST_GeomFromText('MULTIPOLYGON(((0 0, 1 0, 0 " + low + ", 0 0)))')");
            case "geometrycollection", "geomcollection" ->
                List.of("ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 " + low + "))')");
            case "inet4" -> List.of("'10.9.8." + low + "'");
            case "inet6" -> List.of("'2001:db8::" + low + "'");
            default -> List.of();
        };
    }

    private static List<String> labels(String sql) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(sql);
        while (label.find()) {
            labels.add(label.group());
        }
        labels.add("''");
        return labels;
    }

    private static String bits(int number, int length) {
        String bits = "0".repeat(length) + Integer.toBinaryString(number);
        return bits.substring(bits.length() - length);
    }

    @Override
    public Optional<Domain> domain(Connection connection, QualifiedName type) {
        return Optional.empty();
    }

    @Override
    public Sql insert(Table table, Map<String, String> values) {
        return new Sql("INSERT INTO " + Identifiers.quote(table.name()) + " ("
                + Identifiers.quote(List.copyOf(values.keySet())) + ") VALUES ("
                + String.join(", ", values.values()) + ")");
    }

    /**
     * InnoDB counts on from the greatest number it has seen, and a rollback does not make it forget. Below zero it does not
     * look.
     */
    @Override
    public boolean movesCounter(Column column) {
        boolean signed = column.type() instanceof DataType.Int number && !number.unsigned();
        return column.generation() instanceof Generation.AutoIncrement && !signed;
    }

    @Override
    public Sql lastNumber() {
        return new Sql("SELECT LAST_INSERT_ID()");
    }

    /** There is no later moment at which foreign keys are checked; the rows are complete when they are checked again. */
    @Override
    public Group together(List<Sql> inserts) {
        List<Sql> statements = new ArrayList<>(inserts);
        statements.add(0, new Sql("SET @fk_probe_checks = @@SESSION.foreign_key_checks, foreign_key_checks = 0"));
        return new Group(statements, List.of(new Sql("SET foreign_key_checks = @fk_probe_checks")));
    }

    @Override
    public Optional<Sql> checkAtOnce() {
        return Optional.empty();
    }

    /** Tables with foreign keys are not partitioned here. */
    @Override
    public List<RowCondition> conditions(Connection connection, Collection<QualifiedName> tables) {
        return List.of();
    }

    /** A trigger may write into tables of other engines, or call what leaves the transaction. */
    @Override
    public List<String> obstacles(Connection connection, Collection<Table> tables) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Table table : tables) {
            String engine = TableOptions.engine(table.options());
            if (!engine.equals(TableOptions.DEFAULT_ENGINE)) {
                obstacles.add(table.name() + " is stored by " + engine + ", which a rollback does not reach");
            }
            names.add(table.name().schema().orElse(settings.info().defaultSchema()));
            names.add(table.name().name());
        }
        String pairs = String.join(", ", Collections.nCopies(tables.size(), "(?, ?)"));
        try (PreparedStatement statement = connection.prepareStatement(TRIGGERS.replace("?", pairs))) {
            for (int i = 0; i < names.size(); i++) {
                statement.setString(i + 1, names.get(i));
            }
            try (ResultSet trigger = statement.executeQuery()) {
                while (trigger.next()) {
                    obstacles.add("the trigger " + trigger.getString(1) + " of " + trigger.getString(2)
                            + " would run, and what it does may not be undone by a rollback");
                }
            }
        }
        return obstacles;
    }

    @Override
    public Optional<String> whyIgnored(Connection connection, QualifiedName table, ForeignKey key) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@SESSION.foreign_key_checks")) {
            row.next();
            return row.getBoolean(1)
                    ? Optional.empty()
                    : Optional.of("foreign_key_checks is 0 in this session, so that no foreign key is looked after");
        }
    }
}
