package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.Unwritable;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a table from lenient times has: dates of zeros, as defaults and in rows. Where the SQL mode is strict and refuses them,
 * MySQL 9.7.4 refuses every ALTER of a table with such a default (1067), whatever it is about, and one that copies the table
 * for such a value in any column (1292); MariaDB neither.
 */
record ZeroDates(Settings settings) {
    private static final Pattern ZERO = Pattern.compile("'(?:0000-00-00|\\d{4}-00-\\d{2}|\\d{4}-\\d{2}-00).*'");
    private static final Pattern WRITTEN =
            Pattern.compile("'((?:0000-00-00|\\d{4}-00-\\d{2}|\\d{4}-\\d{2}-00)[^']*)'[^']+'([^']+)'");
    private static final Pattern CONCERNED = Pattern.compile("(?i)(?:ALTER|CREATE)\\s+TABLE\\s");
    /** Up to so many characters the length of a string takes one byte in every character set, beyond it two in all of them. */
    private static final int SURELY_SHORT = 63;

    private static final int SURELY_LONG = 256;

    private boolean areRefused() {
        return !settings.isMariaDb()
                && settings.isStrict()
                && (settings.refusesZeroDates() || settings.refusesZerosInDates());
    }

    static boolean isDefaultOf(Column column) {
        return isDay(column.type())
                && column.generation() instanceof Generation.Default value
                && ZERO.matcher(value.expression().sql()).matches();
    }

    private static boolean isDay(DataType type) {
        return type instanceof DataType.Date || type instanceof DataType.DateTime || type instanceof DataType.Timestamp;
    }

    /** Whether statements that alter this table need an SQL mode of their own. It stays strict: no value becomes another. */
    private boolean stopAlterationsOf(Table there) {
        return areRefused() && there.columns().stream().anyMatch(ZeroDates::isDefaultOf);
    }

    Optional<Objection> objection(Table there) {
        List<String> columns = there.columns().stream()
                .filter(ZeroDates::isDefaultOf)
                .map(Column::name)
                .toList();
        return stopAlterationsOf(there)
                ? Optional.of(
                        new Objection(
                                "FK236",
                                columns,
                                "The default of " + there.name() + "." + String.join(", ", columns)
                                        + " is a date of zeros, which the sql_mode of this session refuses; MySQL looks at it whatever an"
                                        + " ALTER is about",
                                "Take NO_ZERO_DATE and NO_ZERO_IN_DATE out of the sql_mode meanwhile: no value changes by that."))
                : Optional.empty();
    }

    /** The rows for which the change fails though it is not about them. */
    List<Unwritable> inTheWayOf(Change change, Table there) {
        return !areRefused() || stopAlterationsOf(there) || !copies(change)
                ? List.of()
                : there.columns().stream()
                        .filter(c -> isDay(c.type()) && !(c.generation() instanceof Generation.Computed))
                        .filter(c -> !(change instanceof Change.AlterColumn own
                                && own.from().equals(c)))
                        .map(c -> inTheWay(c.name()))
                        .toList();
    }

    private Unwritable inTheWay(String column) {
        return new Unwritable(
                column,
                condition(Identifiers.quote(column)),
                "a date of zeros",
                "Give them another date, or NULL, or connect with an sql_mode that has neither NO_ZERO_DATE nor"
                        + " NO_ZERO_IN_DATE.");
    }

    private String condition(String value) {
        String zeros = "(MONTH(" + value + ") = 0 OR DAYOFMONTH(" + value + ") = 0)";
        String all = "(YEAR(" + value + ") = 0 AND MONTH(" + value + ") = 0 AND DAYOFMONTH(" + value + ") = 0)";
        return settings.refusesZeroDates() ? settings.refusesZerosInDates() ? zeros : all : zeros + " AND NOT " + all;
    }

    /** What surely does: what may be done in place is not asked about. */
    private static boolean copies(Change change) {
        if (change instanceof Change.AddColumn c) {
            return c.column().generation() instanceof Generation.Computed computed
                    && computed.storage() == Generation.Computed.Storage.STORED;
        }
        return change instanceof Change.AddForeignKey
                || change instanceof Change.AlterForeignKey
                || (change instanceof Change.AddCheck c && c.check().enforcement() == Enforcement.ENFORCED)
                || (change instanceof Change.AlterColumn c && copies(c.from().type(), c.to().type()));
    }

    private static boolean copies(DataType from, DataType to) {
        if (from instanceof DataType.Varchar before && to instanceof DataType.Varchar after) {
            int shorter = before.length().orElse(SURELY_LONG);
            int longer = after.length().orElse(0);
            return longer < shorter || (shorter <= SURELY_SHORT && longer >= SURELY_LONG);
        }
        boolean whole = from instanceof DataType.Int && to instanceof DataType.Int;
        return !from.equals(to) && (whole || from.getClass() != to.getClass());
    }

    /** What lets such a table be made or altered by these statements. */
    List<Sql> leniencyFor(List<Sql> statements, Table there) {
        return stopAlterationsOf(there)
                        && statements.stream()
                                .anyMatch(s -> CONCERNED.matcher(s.text()).lookingAt())
                ? leniency()
                : List.of();
    }

    static List<Sql> leniency() {
        return List.of(SqlMode.without("NO_ZERO_DATE", "NO_ZERO_IN_DATE"));
    }

    /** A value that a statement writes, its own or one of a row that is there. */
    Optional<Objection> objection(ServerError error) {
        Matcher value = WRITTEN.matcher(error.message());
        if (!value.find() || !areRefused()) {
            return Optional.empty();
        }
        return Optional.of(
                new Objection(
                        "FK236",
                        List.of(value.group(2)),
                        "A value of " + value.group(2) + " is a date of zeros (" + value.group(1)
                                + "), which the sql_mode of this session refuses to write, also where the server writes a table anew",
                        "Give it another date, or NULL, or take NO_ZERO_DATE and NO_ZERO_IN_DATE out of the sql_mode meanwhile."));
    }
}
