package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Columns as CREATE TABLE and ADD COLUMN write them, and the statements for what those cannot say. */
final class ColumnSql {
    private ColumnSql() {}

    static String definition(Column column) {
        String name = Identifiers.quote(column.name()) + " ";
        if (isSerial(column)) {
            return name + serial((DataType.Int) column.type());
        }
        return name
                + TypeSql.of(column.type())
                + column.options()
                        .get(Keys.COMPRESSION)
                        .map(c -> " COMPRESSION " + c)
                        .orElse("")
                + column.collation().map(c -> " COLLATE " + collation(c)).orElse("")
                + (column.nullable() || column.options().has(Keys.NOT_NULL) ? "" : " NOT NULL")
                + column.generation().accept(Clause.INSTANCE);
    }

    /** Whether the server has a word for it; a decimal number that counts up is written out. */
    static boolean isSerial(Column column) {
        return column.generation() instanceof Generation.AutoIncrement && column.type() instanceof DataType.Int;
    }

    private static String serial(DataType.Int type) {
        return switch (type.size()) {
            case TINY, SMALL -> "SMALLSERIAL";
            case MEDIUM, REGULAR -> "SERIAL";
            case BIG -> "BIGSERIAL";
        };
    }

    /** What a column needs beyond its definition once it is there. */
    static List<String> afterwards(QualifiedName table, Column column) {
        List<String> statements = new ArrayList<>();
        String alter = alter(table, column);
        if (column.generation() instanceof Generation.AutoIncrement && !isSerial(column)) {
            statements.addAll(SequenceSql.create(table, column));
            statements.add(SequenceSql.continueAfterRows(table, column.name()));
        }
        column.options()
                .get(Keys.SEQUENCE)
                .ifPresent(options -> statements.add(SequenceSql.alterOwned(table, column.name(), options)));
        column.options()
                .get(Keys.IDLE_SEQUENCE)
                .ifPresent(name -> statements.addAll(SequenceSql.createIdle(table, column, name)));
        column.options().get(Keys.STORAGE).ifPresent(s -> statements.add(alter + " SET STORAGE " + s));
        // of a column that is there, it is not told to partitions (PostgreSQL 18.6)
        column.options()
                .get(Keys.COMPRESSION)
                .filter(c -> column.options().has(Keys.INHERITED))
                .ifPresent(c -> statements.add(alter + " SET COMPRESSION " + c));
        column.options()
                .get(Keys.NOT_NULL)
                .ifPresent(how -> statements.add("ALTER TABLE " + Identifiers.quote(table) + " ADD NOT NULL "
                        + Identifiers.quote(column.name()) + " " + how));
        column.comment().ifPresent(c -> statements.add(comment(table, column)));
        return statements;
    }

    static String alter(QualifiedName table, Column column) {
        return "ALTER TABLE " + Identifiers.quote(table) + " ALTER COLUMN " + Identifiers.quote(column.name());
    }

    static String comment(QualifiedName table, Column column) {
        return "COMMENT ON COLUMN " + Identifiers.quote(table) + "." + Identifiers.quote(column.name()) + " IS "
                + column.comment().map(SqlText::literal).orElse("NULL");
    }

    /** A collation of the default schema is a name, one of another is written out with quotes. */
    static String collation(String collation) {
        return collation.startsWith("\"") ? collation : Identifiers.quote(collation);
    }

    /** {@code GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2)}. */
    static String identity(Generation.Identity identity) {
        return "GENERATED " + mode(identity) + " AS IDENTITY" + sequence(identity.sequence());
    }

    static String mode(Generation.Identity identity) {
        return identity.mode() == Generation.Identity.Mode.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    }

    private static String sequence(Options options) {
        return options.isEmpty()
                ? ""
                : options.values().keySet().stream()
                        .map(key -> SequenceSql.option(key, options))
                        .collect(Collectors.joining(" ", " (", ")"));
    }

    private enum Clause implements Generation.Visitor<String> {
        INSTANCE;

        @Override
        public String none() {
            return "";
        }

        @Override
        public String defaultTo(Generation.Default generation) {
            return " DEFAULT " + SqlText.asOperand(generation.expression().sql());
        }

        @Override
        public String autoIncrement() {
            return "";
        }

        @Override
        public String identity(Generation.Identity generation) {
            return " " + ColumnSql.identity(generation);
        }

        @Override
        public String computed(Generation.Computed generation) {
            return " GENERATED ALWAYS AS (" + generation.expression() + ") " + generation.storage();
        }
    }
}
