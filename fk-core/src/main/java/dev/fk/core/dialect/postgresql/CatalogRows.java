package dev.fk.core.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code catalog.sql}: one list per statement, rows as the server has them. */
record CatalogRows(
        List<TableRow> tables,
        List<ColumnRow> columns,
        List<ValueRow> values,
        List<UseRow> uses,
        List<ConstraintRow> constraints,
        List<ForeignColumnRow> foreignColumns,
        List<IndexRow> indexes,
        List<IndexExpressionRow> indexExpressions,
        List<OpclassRow> opclasses,
        List<NamedRow> parents,
        List<SequenceRow> sequences,
        List<CommentRow> comments,
        List<EnumRow> enums) {

    static CatalogRows of(Statement statement, String sql) throws SQLException {
        Results results = new Results(statement, statement.execute(LockTimeout.around(sql)));
        results.pass();
        CatalogRows rows = new CatalogRows(
                results.next(TableRow::of),
                results.next(ColumnRow::of),
                results.next(ValueRow::of),
                results.next(UseRow::of),
                results.next(ConstraintRow::of),
                results.next(ForeignColumnRow::of),
                results.next(IndexRow::of),
                results.next(IndexExpressionRow::of),
                results.next(OpclassRow::of),
                results.next(NamedRow::of),
                results.next(SequenceRow::of),
                results.next(CommentRow::of),
                results.next(EnumRow::of));
        results.pass();
        return rows;
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private static final class Results {
        private final Statement statement;
        private boolean there;

        Results(Statement statement, boolean there) {
            this.statement = statement;
            this.there = there;
        }

        void pass() throws SQLException {
            next(row -> true);
        }

        <T> List<T> next(Mapper<T> mapper) throws SQLException {
            if (!there) {
                throw new IllegalStateException("The driver gave fewer results than catalog.sql has statements.");
            }
            List<T> mapped = new ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    mapped.add(mapper.map(rows));
                }
            }
            there = statement.getMoreResults();
            return mapped;
        }
    }

    record TableRow(
            long oid,
            String schema,
            String name,
            String persistence,
            @Nullable String options,
            @Nullable String tablespace,
            @Nullable String accessMethod,
            @Nullable String partitionKey,
            @Nullable String partitionBound,
            boolean ofExtension) {
        static TableRow of(ResultSet r) throws SQLException {
            return new TableRow(
                    r.getLong(1),
                    r.getString(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getString(6),
                    r.getString(7),
                    r.getString(8),
                    r.getString(9),
                    r.getBoolean(10));
        }
    }

    record ColumnRow(
            long table,
            int number,
            String name,
            long type,
            int modifier,
            boolean notNull,
            String identity,
            String generated,
            long collation,
            boolean local,
            String storage,
            String compression) {
        static ColumnRow of(ResultSet r) throws SQLException {
            return new ColumnRow(
                    r.getLong(1),
                    r.getInt(2),
                    r.getString(3),
                    r.getLong(4),
                    r.getInt(5),
                    r.getBoolean(6),
                    r.getString(7),
                    r.getString(8),
                    r.getLong(9),
                    r.getBoolean(10),
                    r.getString(11),
                    r.getString(12));
        }
    }

    /** A default, or what a column is computed from. */
    record ValueRow(long table, int column, String sql) {
        static ValueRow of(ResultSet r) throws SQLException {
            return new ValueRow(r.getLong(1), r.getInt(2), r.getString(3));
        }
    }

    /** What some columns have in common. */
    record UseRow(TypeRow type, @Nullable NamedRow collation, @Nullable OpclassOptionsRow opclassOptions) {
        static UseRow of(ResultSet r) throws SQLException {
            String collation = r.getString(16);
            long opclass = r.getLong(20);
            return new UseRow(
                    TypeRow.of(r),
                    collation == null ? null : new NamedRow(r.getLong(14), r.getString(15), collation),
                    opclass == 0 ? null : new OpclassOptionsRow(r.getLong(17), r.getInt(18), r.getString(19), opclass));
        }
    }

    /** A type with its modifier, and the element if it is an array. */
    record TypeRow(
            long oid, int modifier, TypeFacts facts, String storage, long collation, @Nullable TypeFacts element) {
        static TypeRow of(ResultSet r) throws SQLException {
            int modifier = r.getInt(2);
            TypeFacts element = r.getString(9) == null
                    ? null
                    : new TypeFacts(r.getString(10), r.getString(11), r.getString(12), r.getString(13), modifier);
            return new TypeRow(
                    r.getLong(1),
                    modifier,
                    new TypeFacts(r.getString(3), r.getString(4), r.getString(5), r.getString(6), modifier),
                    r.getString(7),
                    r.getLong(8),
                    element);
        }
    }

    /** @param sql as the server writes the type, with length and precision */
    record TypeFacts(String sql, String schema, String name, String kind, int modifier) {}

    record ConstraintRow(
            long oid,
            long table,
            String name,
            String kind,
            @Nullable String columns,
            long referenced,
            @Nullable String referencedColumns,
            String onDelete,
            String onUpdate,
            @Nullable String onDeleteColumns,
            String match,
            boolean deferrable,
            boolean deferred,
            boolean validated,
            boolean noInherit,
            long index,
            boolean enforced,
            boolean temporal,
            boolean switchedOff,
            @Nullable String definition) {
        static ConstraintRow of(ResultSet r) throws SQLException {
            return new ConstraintRow(
                    r.getLong(1),
                    r.getLong(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getLong(6),
                    r.getString(7),
                    r.getString(8),
                    r.getString(9),
                    r.getString(10),
                    r.getString(11),
                    r.getBoolean(12),
                    r.getBoolean(13),
                    r.getBoolean(14),
                    r.getBoolean(15),
                    r.getLong(16),
                    r.getBoolean(17),
                    r.getBoolean(18),
                    r.getBoolean(19),
                    r.getString(20));
        }
    }

    record ForeignColumnRow(long table, String schema, String tableName, int number, String column) {
        static ForeignColumnRow of(ResultSet r) throws SQLException {
            return new ForeignColumnRow(r.getLong(1), r.getString(2), r.getString(3), r.getInt(4), r.getString(5));
        }
    }

    record IndexRow(
            long oid,
            long table,
            String name,
            boolean unique,
            boolean nullsNotDistinct,
            boolean valid,
            int keyColumns,
            String columns,
            String order,
            String collations,
            String opclasses,
            @Nullable String method,
            @Nullable String options,
            @Nullable String tablespace,
            @Nullable String predicate) {
        static IndexRow of(ResultSet r) throws SQLException {
            return new IndexRow(
                    r.getLong(1),
                    r.getLong(2),
                    r.getString(3),
                    r.getBoolean(4),
                    r.getBoolean(5),
                    r.getBoolean(6),
                    r.getInt(7),
                    r.getString(8),
                    r.getString(9),
                    r.getString(10),
                    r.getString(11),
                    r.getString(12),
                    r.getString(13),
                    r.getString(14),
                    r.getString(15));
        }
    }

    record IndexExpressionRow(long index, int position, String sql) {
        static IndexExpressionRow of(ResultSet r) throws SQLException {
            return new IndexExpressionRow(r.getLong(1), r.getInt(2), r.getString(3));
        }
    }

    record OpclassOptionsRow(long index, int position, String options, long opclass) {}

    record OpclassRow(long oid, String schema, String name, boolean usual) {
        static OpclassRow of(ResultSet r) throws SQLException {
            return new OpclassRow(r.getLong(1), r.getString(2), r.getString(3), r.getBoolean(4));
        }
    }

    record NamedRow(long oid, String schema, String name) {
        static NamedRow of(ResultSet r) throws SQLException {
            return new NamedRow(r.getLong(1), r.getString(2), r.getString(3));
        }
    }

    record SequenceRow(
            long table,
            int column,
            String schema,
            String name,
            String type,
            long start,
            long increment,
            long min,
            long max,
            long cache,
            boolean cycle,
            boolean ofIdentity) {
        static SequenceRow of(ResultSet r) throws SQLException {
            return new SequenceRow(
                    r.getLong(1),
                    r.getInt(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getLong(6),
                    r.getLong(7),
                    r.getLong(8),
                    r.getLong(9),
                    r.getLong(10),
                    r.getBoolean(11),
                    r.getBoolean(12));
        }
    }

    record CommentRow(long table, int column, String text) {
        static CommentRow of(ResultSet r) throws SQLException {
            return new CommentRow(r.getLong(1), r.getInt(2), r.getString(3));
        }
    }

    record EnumRow(String schema, String name, @Nullable String label) {
        static EnumRow of(ResultSet r) throws SQLException {
            return new EnumRow(r.getString(1), r.getString(2), r.getString(3));
        }
    }
}
