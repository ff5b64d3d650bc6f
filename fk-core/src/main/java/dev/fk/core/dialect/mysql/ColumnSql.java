package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;

/** The definition of a column, whole, as CREATE TABLE, ADD COLUMN and MODIFY COLUMN want it. */
final class ColumnSql {
    /** The check that a column of MariaDB has; for {@link ColumnChecks} alone, in no table it is an option of a column. */
    static final String CHECK = "check";

    private final Quoting quoting;
    private final boolean mariaDb;

    ColumnSql(Settings settings) {
        this.quoting = new Quoting(settings.backslashEscapes());
        this.mariaDb = settings.isMariaDb();
    }

    /** {@code `no` INTEGER NOT NULL auto_increment}. */
    String of(Column column) {
        StringBuilder sql = new StringBuilder(Identifiers.quote(column.name()))
                .append(' ')
                .append(column.type().accept(new TypeSql(quoting)));
        column.collation().ifPresent(c -> sql.append(collation(c)));
        boolean computed = column.generation() instanceof Generation.Computed;
        if (computed) {
            sql.append(column.generation().accept(new GenerationSql(column.type(), quoting)));
        }
        if (!column.nullable()) {
            sql.append(" NOT NULL");
        } else if (column.type() instanceof DataType.Timestamp && !computed) {
            // Where explicit_defaults_for_timestamp is off (MariaDB before 10.10), NOT NULL is a timestamp's default.
            sql.append(" NULL");
        }
        column.options().get(CanonicalColumn.SRID).ifPresent(s -> sql.append(mariaDb ? " REF_SYSTEM_ID=" : " SRID ")
                .append(s));
        if (!computed) {
            sql.append(column.generation().accept(new GenerationSql(column.type(), quoting)));
        }
        column.options().get(CanonicalColumn.ON_UPDATE).ifPresent(u -> sql.append(" ON UPDATE ")
                .append(u));
        if (column.options().has(CanonicalColumn.INVISIBLE)) {
            sql.append(" INVISIBLE");
        }
        if (column.options().has(CanonicalColumn.UNVERSIONED)) {
            sql.append(" WITHOUT SYSTEM VERSIONING");
        }
        column.comment().ifPresent(c -> sql.append(" COMMENT ").append(quoting.literal(c)));
        column.options().get(CHECK).ifPresent(c -> sql.append(" CHECK (")
                .append(SqlText.withoutParentheses(c))
                .append(')'));
        return sql.toString();
    }

    private static String collation(String collation) {
        return " CHARACTER SET " + Collations.charset(collation) + " COLLATE " + collation;
    }

    private record GenerationSql(DataType type, Quoting quoting) implements Generation.Visitor<String> {
        @Override
        public String none() {
            return "";
        }

        @Override
        public String defaultTo(Generation.Default generation) {
            String sql = SqlText.literalValue(generation.expression().sql())
                    .map(quoting::literal)
                    .orElse(generation.expression().sql());
            return " DEFAULT " + (Defaults.isLiteral(type, sql) ? sql : "(" + SqlText.withoutParentheses(sql) + ")");
        }

        @Override
        public String autoIncrement() {
            return " auto_increment";
        }

        @Override
        public String identity(Generation.Identity generation) {
            return autoIncrement();
        }

        @Override
        public String computed(Generation.Computed generation) {
            if (SystemTime.is(generation)) {
                return " GENERATED ALWAYS AS " + generation.expression().sql();
            }
            return " GENERATED ALWAYS AS ("
                    + SqlText.withoutParentheses(generation.expression().sql()) + ") " + generation.storage();
        }
    }
}
