package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Addition;
import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.Past;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.Uniqueness;
import dev.fk.core.dialect.Unwritable;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the MySQL family makes of rows; measured on MySQL 9.7 and MariaDB 11.8, in strict mode and without it. */
final class MySqlRowRules implements RowRules {
    /** Without a backslash, which means itself in one SQL mode and not in another. */
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|'')*+'");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}|'-?\\d{1,18}'");

    /** GROUP BY looks no further than max_sort_length, whose default is 1024 bytes; a character has up to four. */
    private static final int COMPARED_CHARACTERS = 255;

    private final Settings settings;
    private final Quoting quoting;

    MySqlRowRules(Settings settings) {
        this.settings = settings;
        this.quoting = new Quoting(settings.backslashEscapes());
    }

    @Override
    public String quote(String name) {
        return Identifiers.quote(name);
    }

    @Override
    public String literal(String text) {
        return quoting.literal(text);
    }

    @Override
    public String quote(QualifiedName table) {
        return Identifiers.quote(table);
    }

    @Override
    public String text(String value, DataType type) {
        boolean bytes = type instanceof DataType.Binary
                || type instanceof DataType.Varbinary
                || type instanceof DataType.Blob
                || type instanceof DataType.Other;
        return bytes ? "CONCAT('0x', HEX(" + value + "))" : "CAST(" + value + " AS CHAR)";
    }

    /** InnoDB compares what it has stored, which SQL can say where both columns store alike. */
    @Override
    public Optional<String> refers(String value, Column column, String referenced, Column referencedColumn) {
        DataType from = column.type();
        DataType to = referencedColumn.type();
        boolean numbers = isInteger(from) && isInteger(to);
        boolean strings = (from instanceof DataType.Varchar && to instanceof DataType.Varchar)
                || (from instanceof DataType.Char && to instanceof DataType.Char);
        return numbers || strings || from.equals(to) ? Optional.of(referenced + " = " + value) : Optional.empty();
    }

    private static boolean isInteger(DataType type) {
        return type instanceof DataType.Int || type instanceof DataType.Bool;
    }

    @Override
    public Optional<String> foreignKeysAreChecked() {
        return Optional.of("@@SESSION.foreign_key_checks = 1");
    }

    @Override
    public Optional<Uniqueness> uniqueness(Table table, List<IndexPart> parts, Options options) {
        List<String> values = new ArrayList<>();
        for (IndexPart part : parts) {
            Optional<String> value = part.isExpression()
                    ? Optional.of("(" + SqlText.withoutParentheses(part.text()) + ")")
                    : table.column(part.text()).flatMap(c -> compared(c, part));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return options.has(IndexSql.PARTS) ? Optional.empty() : Optional.of(new Uniqueness(values, true));
    }

    private static Optional<String> compared(Column column, IndexPart part) {
        String value = Identifiers.quote(column.name());
        DataType type = column.type();
        if (part.prefixLength().isPresent()) {
            int prefix = part.prefixLength().getAsInt();
            return prefix > COMPARED_CHARACTERS ? Optional.empty() : Optional.of("LEFT(" + value + ", " + prefix + ")");
        }
        boolean isLong = type instanceof DataType.Text
                || type instanceof DataType.Blob
                || type instanceof DataType.Json
                || (type instanceof DataType.Varchar v && v.length().orElse(Integer.MAX_VALUE) > COMPARED_CHARACTERS)
                || (type instanceof DataType.Varbinary b && b.length() > COMPARED_CHARACTERS);
        return isLong ? Optional.empty() : Optional.of(value);
    }

    /** Without strict mode a value that does not fit is replaced by one that does (0, '', the nearest), with a warning. */
    @Override
    public Conversion conversion(String value, Column from, Column to, Schema schema) {
        boolean zeroDates = !(settings.isStrict() && settings.refusesZeroDates());
        Conversion conversion = new ValueConversion(value, quoting, zeroDates).into(from, to);
        return conversion.effect() == Effect.KEEPS || settings.isStrict()
                ? conversion
                : conversion.with(Effect.LOSES).withoutMisfit().withValue(Optional.empty());
    }

    /** What MariaDB 11.8.9 refuses in rows of now, it refuses in those of the past: NULLs and values that do not fit a column. */
    @Override
    public Optional<Past> past(Table table) {
        String name = quote(table.name());
        return table.options().has(TableOptions.SYSTEM_VERSIONING)
                ? Optional.of(new Past(name + " FOR SYSTEM_TIME ALL", new Sql("DELETE HISTORY FROM " + name)))
                : Optional.empty();
    }

    /**
     * In strict mode, too, MariaDB 11.8.9 replaces NULL by the current time where a timestamp is made NOT NULL, and MySQL
     * 9.7.4 where what was none becomes one.
     */
    @Override
    public Effect nulls(Column from, Column to) {
        if (to.generation() instanceof Generation.AutoIncrement) {
            return Effect.KEEPS;
        }
        boolean becomesNow = to.type() instanceof DataType.Timestamp
                && (settings.isMariaDb() || !(from.type() instanceof DataType.Timestamp));
        if (becomesNow) {
            return Effect.LOSES;
        }
        return settings.isStrict() ? Effect.FAILS : Effect.LOSES;
    }

    /**
     * A column that is NOT NULL without a default starts with the zero of its type, in strict mode too; only a date of
     * zeros is refused where NO_ZERO_DATE is set, and a geometry has no zero on MySQL (1138).
     */
    @Override
    public Addition addition(Column column, Schema schema) {
        if (column.generation() instanceof Generation.Default value) {
            String sql = value.expression().sql();
            if (isInteger(column.type()) && WHOLE_NUMBER.matcher(sql).matches()) {
                return Addition.of(sql.replace("'", ""));
            }
            return isString(column.type()) && STRING.matcher(sql).matches()
                    ? Addition.of(sql)
                    : Addition.unknown(Effect.KEEPS);
        }
        if (!(column.generation() instanceof Generation.None)) {
            return Addition.unknown(column.generation() instanceof Generation.Computed ? Effect.FAILS : Effect.KEEPS);
        }
        if (column.nullable()) {
            // Not always NULL: a primary key that the same statement adds makes it NOT NULL, and zero.
            return Addition.unknown(Effect.KEEPS);
        }
        boolean day = column.type() instanceof DataType.Date || column.type() instanceof DataType.DateTime;
        if (day && settings.isStrict() && settings.refusesZeroDates()) {
            return Addition.refused();
        }
        if (isInteger(column.type())) {
            return Addition.of("0").filledWith("0");
        }
        if (isString(column.type())) {
            return Addition.of("''").filledWith(zero(column.type()));
        }
        boolean mayHaveNoZero = column.type() instanceof DataType.Other
                || column.type() instanceof DataType.Json
                || column.type() instanceof DataType.Timestamp;
        return Addition.unknown(mayHaveNoZero ? Effect.FAILS : Effect.KEEPS).filledWith(zero(column.type()));
    }

    private static boolean isString(DataType type) {
        return (type instanceof DataType.Varchar varchar && !varchar.binary())
                || (type instanceof DataType.Char character && !character.binary());
    }

    private static String zero(DataType type) {
        if (type instanceof DataType.EnumType) {
            return "its first label";
        }
        if (type instanceof DataType.Timestamp) {
            return "a date of zeros or the current time";
        }
        if (type instanceof DataType.Date || type instanceof DataType.DateTime) {
            return "a date of zeros";
        }
        return CanonicalType.isText(type) ? "an empty text" : "zero or an empty value";
    }

    @Override
    public List<Unwritable> inTheWayOf(Change change, Table there) {
        return new ZeroDates(settings).inTheWayOf(change, there);
    }

    @Override
    public Effect options(Options from, Options to) {
        if (!from.get(TableOptions.PARTITION_BY).equals(to.get(TableOptions.PARTITION_BY))) {
            return Effect.LOSES;
        }
        if (!TableOptions.engine(from).equals(TableOptions.engine(to))) {
            return TableOptions.engine(to).equals(TableOptions.DEFAULT_ENGINE) ? Effect.FAILS : Effect.LOSES;
        }
        boolean historyEnds = from.has(TableOptions.SYSTEM_VERSIONING) && !to.has(TableOptions.SYSTEM_VERSIONING);
        if (historyEnds) {
            return Effect.LOSES;
        }
        return from.get(TableOptions.ROW_FORMAT).equals(to.get(TableOptions.ROW_FORMAT)) ? Effect.KEEPS : Effect.FAILS;
    }

    /** What is too long for an index here depends on the types alone and is refused whatever the rows are. */
    @Override
    public Effect indexing(Table table, Index index) {
        return index.parts().stream().anyMatch(IndexPart::isExpression) ? Effect.FAILS : Effect.KEEPS;
    }

    /** Zero asks for the next number, also while a column is altered, unless the SQL mode says otherwise. */
    @Override
    public Optional<String> renumbered(String value, Column from, Column to) {
        boolean starts = to.generation() instanceof Generation.AutoIncrement
                && !(from.generation() instanceof Generation.AutoIncrement);
        return starts && !settings.keepsZeros() ? Optional.of(value + " = 0") : Optional.empty();
    }

    /** Only indexes can be renamed. */
    @Override
    public boolean checksRenamed(Constraint constraint) {
        return constraint instanceof ForeignKey || constraint instanceof Check;
    }

    /** The labels stand in the columns here. */
    @Override
    public Optional<String> isOneOf(String value, DataType type, List<String> labels) {
        return Optional.of(
                value + " IN (" + labels.stream().map(quoting::literal).collect(Collectors.joining(", ")) + ")");
    }

    /** Drivers add to the SQL mode, and send what JVMs have for characters. */
    @Override
    public String session() {
        return "SELECT 'SET NAMES utf8mb4'"
                + " UNION ALL SELECT CONCAT('SET time_zone = ', QUOTE(@@time_zone))"
                + " UNION ALL SELECT CONCAT('SET sql_mode = ', QUOTE(@@sql_mode))";
    }

    /** Dates of zeros and of days that no month has, and a zero in a column that counts up. */
    @Override
    public List<String> insertingAnything() {
        return List.of("SET @fk_sql_mode = @@sql_mode, sql_mode = CONCAT(REPLACE(REPLACE(REPLACE(@@sql_mode,"
                + " 'NO_ZERO_IN_DATE', ''), 'NO_ZERO_DATE', ''), 'TRADITIONAL', ''),"
                + " ',ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO')");
    }

    @Override
    public List<String> insertingAsBefore() {
        return List.of("SET sql_mode = @fk_sql_mode");
    }
}
