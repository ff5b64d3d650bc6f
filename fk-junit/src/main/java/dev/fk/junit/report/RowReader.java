package dev.fk.junit.report;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the rows of a database. */
final class RowReader implements AutoCloseable {
    private static final int ROWS_OF_A_TABLE = 50;
    private static final int ROWS_AT_MOST = 500;

    /** What drivers of the MySQL family call bits and geometries; a single bit is BOOLEAN to MariaDB's. */
    private static final Set<Integer> BYTES =
            Set.of(Types.BIT, Types.BOOLEAN, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

    private final Connection connection;
    private final RowRules words;
    private final Lexis lexis;

    private RowReader(Connection connection, RowRules words, Lexis lexis) {
        this.connection = connection;
        this.words = words;
        this.lexis = lexis;
    }

    static RowReader on(Database database) {
        try {
            Connection connection = database.dataSource().getConnection();
            return new RowReader(
                    connection,
                    database.dialect().rowRules(database.server()),
                    database.dialect().diagnosis(database.server()).lexis());
        } catch (SQLException e) {
            throw new DatabaseException("Cannot look at the rows of " + database, e);
        }
    }

    /** In one round trip. */
    Map<QualifiedName, Long> counts(Schema schema) {
        List<QualifiedName> names = List.copyOf(schema.tables().keySet());
        Map<QualifiedName, Long> counts = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return counts;
        }
        String sql = names.stream()
                .map(n -> "SELECT COUNT(*) FROM " + words.quote(n))
                .collect(Collectors.joining(") UNION ALL SELECT (", "SELECT (", ")"));
        try (Statement statement = connection.createStatement();
                ResultSet numbers = statement.executeQuery(sql)) {
            for (QualifiedName name : names) {
                numbers.next();
                counts.put(name, numbers.getLong(1));
            }
            return counts;
        } catch (SQLException e) {
            throw new DatabaseException("Cannot count rows", e);
        }
    }

    /** Those of small tables, and of no more tables than one would look at. */
    Map<QualifiedName, Rows> rows(Schema schema, Map<QualifiedName, Long> counts) {
        Map<QualifiedName, Rows> rows = new LinkedHashMap<>();
        long left = ROWS_AT_MOST;
        for (Table table : schema.tables().values()) {
            long count = counts.getOrDefault(table.name(), 0L);
            if (count > 0 && count <= Math.min(ROWS_OF_A_TABLE, left)) {
                rows.put(table.name(), rows(table));
                left -= count;
            }
        }
        return rows;
    }

    /** Statements that bring generated keys where they are. */
    List<String> generators(Schema schema) {
        return words.generators(schema.tables().keySet())
                .map(question -> statements(question, "Cannot read what keys were generated"))
                .orElse(List.of());
    }

    /** Statements that make another session read values as those of a test do. */
    List<String> session() {
        return statements(words.session(), "Cannot read how the session is set");
    }

    /** Statements that make what tables are made of. */
    List<String> foundations() {
        return words.foundations()
                .map(question -> statements(question, "Cannot read what tables are made of"))
                .orElse(List.of());
    }

    private List<String> statements(String question, String failure) {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            while (found.next()) {
                statements.add(found.getString(1));
            }
            return statements;
        } catch (SQLException e) {
            throw new DatabaseException(failure, e);
        }
    }

    private Rows rows(Table table) {
        List<Column> columns = table.columns().stream()
                .filter(c -> !(c.generation() instanceof Generation.Computed))
                .toList();
        String names = columns.stream().map(c -> words.quote(c.name())).collect(Collectors.joining(", "));
        boolean always = columns.stream()
                .anyMatch(c -> c.generation() instanceof Generation.Identity identity
                        && identity.mode() == Generation.Identity.Mode.ALWAYS);
        String insert = "INSERT INTO " + words.quote(table.name()) + " (" + names + ")"
                + (always ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT " + names + " FROM " + words.quote(table.name()))) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(literal(found, i + 1, columns.get(i).type()));
                }
                values.add("(" + String.join(", ", row) + ")");
            }
            return new Rows(insert, values);
        } catch (SQLException e) {
            throw new DatabaseException("Cannot read the rows of " + table.name(), e);
        }
    }

    /** As text, which servers turn into what the column holds; bytes that the server has no text for in hexadecimal. */
    private String literal(ResultSet row, int column, DataType type) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return "NULL";
        }
        if (type instanceof DataType.Other && row.getMetaData().getColumnType(column) == Types.DATE) {
            // Connector/J makes a day of a YEAR, in the digits of the default locale
            return Literals.quoted(String.format(Locale.ROOT, "%04d", row.getInt(column)), false);
        }
        return !lexis.dollarQuotes() && isBytes(row, column, type)
                ? Literals.bytes(row.getBytes(column), lexis)
                : Literals.quoted(text, lexis.backslashEscapes());
    }

    /** Also bits and geometries, which are in no text that the server would read. */
    private static boolean isBytes(ResultSet row, int column, DataType type) throws SQLException {
        return type instanceof DataType.Binary
                || type instanceof DataType.Varbinary
                || type instanceof DataType.Blob
                || (type instanceof DataType.Other
                        && BYTES.contains(row.getMetaData().getColumnType(column)));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(RowReader.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection to look at rows was broken already", e);
        }
    }
}
