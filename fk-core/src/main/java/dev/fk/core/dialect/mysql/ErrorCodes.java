package dev.fk.core.dialect.mysql;

import static dev.fk.core.dialect.Cause.ACCOUNT_MISSING;
import static dev.fk.core.dialect.Cause.CHECKED_COLUMN;
import static dev.fk.core.dialect.Cause.CHECK_VIOLATED;
import static dev.fk.core.dialect.Cause.CHILD_IS_TEMPORARY;
import static dev.fk.core.dialect.Cause.COLLATION_DIFFERS;
import static dev.fk.core.dialect.Cause.COLLATION_MISSING;
import static dev.fk.core.dialect.Cause.COLUMN_COUNT_DIFFERS;
import static dev.fk.core.dialect.Cause.COLUMN_IN_FOREIGN_KEY;
import static dev.fk.core.dialect.Cause.COLUMN_MISSING;
import static dev.fk.core.dialect.Cause.COLUMN_NOT_WRITABLE;
import static dev.fk.core.dialect.Cause.COLUMN_ORDER_DIFFERS;
import static dev.fk.core.dialect.Cause.COMPUTED_COLUMN;
import static dev.fk.core.dialect.Cause.CONSENT_MISSING;
import static dev.fk.core.dialect.Cause.CONSTRAINT_MISSING;
import static dev.fk.core.dialect.Cause.DUPLICATES;
import static dev.fk.core.dialect.Cause.ENGINE;
import static dev.fk.core.dialect.Cause.FUNCTION_MISSING;
import static dev.fk.core.dialect.Cause.INDEX_NEEDED;
import static dev.fk.core.dialect.Cause.IN_USE;
import static dev.fk.core.dialect.Cause.KEY_REFERENCED;
import static dev.fk.core.dialect.Cause.LOCKED;
import static dev.fk.core.dialect.Cause.NAME_TAKEN;
import static dev.fk.core.dialect.Cause.NOT_SUPPORTED;
import static dev.fk.core.dialect.Cause.NULLS;
import static dev.fk.core.dialect.Cause.ORPHANS;
import static dev.fk.core.dialect.Cause.PARENT_COLUMN_MISSING;
import static dev.fk.core.dialect.Cause.PARENT_IN_OTHER_SCHEMA;
import static dev.fk.core.dialect.Cause.PARENT_IS_NOT_PERMANENT;
import static dev.fk.core.dialect.Cause.PARENT_IS_NULLABLE;
import static dev.fk.core.dialect.Cause.PARENT_IS_VIEW;
import static dev.fk.core.dialect.Cause.PARENT_NOT_UNIQUE;
import static dev.fk.core.dialect.Cause.PARENT_TABLE_MISSING;
import static dev.fk.core.dialect.Cause.PARTITIONED;
import static dev.fk.core.dialect.Cause.PERMISSION_DENIED;
import static dev.fk.core.dialect.Cause.READ_ONLY;
import static dev.fk.core.dialect.Cause.RESERVED_WORD;
import static dev.fk.core.dialect.Cause.ROWS_REFERENCED;
import static dev.fk.core.dialect.Cause.SCHEMA_MISSING;
import static dev.fk.core.dialect.Cause.SECOND_PRIMARY_KEY;
import static dev.fk.core.dialect.Cause.SET_NULL_ON_NOT_NULL;
import static dev.fk.core.dialect.Cause.TABLE_MISSING;
import static dev.fk.core.dialect.Cause.TABLE_NOT_POSSIBLE;
import static dev.fk.core.dialect.Cause.TABLE_REFERENCED;
import static dev.fk.core.dialect.Cause.TYPE_DIFFERS;
import static dev.fk.core.dialect.Cause.TYPE_MISSING;
import static dev.fk.core.dialect.Cause.USED_BY_COMPUTED_COLUMN;
import static dev.fk.core.dialect.Cause.VALUES_UNFIT;
import static dev.fk.core.dialect.Cause.ZERO_DATE;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.ServerError;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The family's error numbers. Provoked on MySQL 8.0.33 and 9.7.4, MariaDB 10.11 and 11.8.9; those that only older releases
 * have are from the manuals.
 */
final class ErrorCodes {
    /** {@code (errno: 150 "Foreign key…")}, in the language that the server is set to ({@code lc_messages}): {@code (Fehler: 150}. */
    private static final Pattern OF_INNODB = Pattern.compile("\\([^()\\d]*(\\d+)");

    private static final String DUPLICATE_NAME = "121";
    private static final String REFUSED_FOREIGN_KEY = "150";
    private static final String GENERIC = "168";

    private ErrorCodes() {}

    static Set<Cause> causes(ServerError error) {
        return switch (error.code()) {
            // what MySQL's driver says by itself, which knows of the session
            case 0 -> error.message().startsWith("Connection is read-only") ? Set.of(READ_ONLY) : Set.of();
            case 1005, 1025 -> byInnoDb(error);
            case 1205 -> Set.of(LOCKED);
            case 1215 -> definition();
            case 1142, 1143 -> Set.of(PERMISSION_DENIED);
            case 1007, 1022, 1050, 1060, 1061, 1110, 1826, 3822 -> Set.of(NAME_TAKEN);
            case 1008, 1049 -> Set.of(SCHEMA_MISSING);
            case 1051, 1146 -> Set.of(TABLE_MISSING, SCHEMA_MISSING);
            case 1347, 1965, 4092 -> Set.of(TABLE_MISSING);
            // MariaDB misses the column in an expression once it is gone.
            case 1054 ->
                error.message().contains("PARTITION BY")
                        ? Set.of(IN_USE)
                        : Set.of(COLUMN_MISSING, USED_BY_COMPUTED_COLUMN);
            case 1067 -> Set.of(CONSENT_MISSING, TABLE_NOT_POSSIBLE);
            case 1093, 1442, 1845 -> Set.of(NOT_SUPPORTED);
            case 1115, 1253, 1273 -> Set.of(COLLATION_MISSING);
            case 1136 -> Set.of(COLUMN_COUNT_DIFFERS);
            // MariaDB also misses the column that should go out of a key over several
            case 1072 -> Set.of(COLUMN_MISSING, IN_USE);
            case 3820 -> Set.of(COLUMN_MISSING);
            case 1062 -> Set.of(DUPLICATES);
            case 1091 -> Set.of(CONSTRAINT_MISSING, COLUMN_MISSING);
            case 1176, 3821 -> Set.of(CONSTRAINT_MISSING);
            case 1286 -> Set.of(ENGINE);
            case 1048, 1138, 1364 -> Set.of(NULLS);
            case 1265 -> Set.of(NULLS, VALUES_UNFIT);
            case 1264, 1366, 1406 -> Set.of(VALUES_UNFIT);
            case 1292 -> Set.of(ZERO_DATE, VALUES_UNFIT, NULLS);
            case 1059, 1063, 1071, 1074, 1075, 1089, 1090, 1101, 1118, 1171, 1503, 3813 -> Set.of(TABLE_NOT_POSSIBLE);
            case 1064 -> Set.of(RESERVED_WORD, TYPE_MISSING, FUNCTION_MISSING, NOT_SUPPORTED);
            // MariaDB, to a type
            case 4161 -> Set.of(TYPE_MISSING);
            case 1305, 3770 -> Set.of(FUNCTION_MISSING);
            // 1210 says no more than that something is wrong with a SPATIAL INDEX (MariaDB)
            case 1210, 1252, 1283, 1687, 3152 -> Set.of(TABLE_NOT_POSSIBLE);
            case 1068 -> Set.of(SECOND_PRIMARY_KEY);
            case 1170 -> Set.of(TYPE_DIFFERS, TABLE_NOT_POSSIBLE);
            case 1216, 1452 -> Set.of(ORPHANS);
            case 1451 -> Set.of(TABLE_REFERENCED, ROWS_REFERENCED);
            // MariaDB 11.8.9, to another engine and to partitions as well
            case 1217 -> Set.of(TABLE_REFERENCED, ROWS_REFERENCED, ENGINE, PARTITIONED);
            case 1239 -> Set.of(COLUMN_COUNT_DIFFERS);
            case 1449 -> Set.of(ACCOUNT_MISSING);
            case 1290 -> error.message().contains("read-only") ? Set.of(READ_ONLY) : Set.of();
            case 1506 -> Set.of(PARTITIONED);
            case 1553 -> Set.of(INDEX_NEEDED, KEY_REFERENCED, COLUMN_IN_FOREIGN_KEY);
            case 1701, 3730 -> Set.of(TABLE_REFERENCED);
            case 1792, 1836 -> Set.of(READ_ONLY);
            case 1822, 6125 -> Set.of(PARENT_NOT_UNIQUE, COLUMN_ORDER_DIFFERS);
            case 1824 ->
                Set.of(
                        PARENT_TABLE_MISSING,
                        SCHEMA_MISSING,
                        PARENT_IN_OTHER_SCHEMA,
                        PARENT_IS_VIEW,
                        PARENT_IS_NOT_PERMANENT,
                        ENGINE);
            case 1828, 1829, 1832, 1833 -> Set.of(COLUMN_IN_FOREIGN_KEY);
            case 1830 -> Set.of(SET_NULL_ON_NOT_NULL);
            // MariaDB, to a column that gets another type and another name at once
            case 1846 -> Set.of(COLUMN_IN_FOREIGN_KEY, NOT_SUPPORTED);
            case 1906, 3105 -> Set.of(COLUMN_NOT_WRITABLE);
            // MariaDB says the same of checks
            case 1901 -> Set.of(COMPUTED_COLUMN, CHECKED_COLUMN, FUNCTION_MISSING);
            case 1905, 3104, 3733 -> Set.of(COMPUTED_COLUMN);
            case 3108 -> Set.of(USED_BY_COMPUTED_COLUMN);
            case 3766, 3837, 3855, 3959 -> Set.of(IN_USE);
            case 3734 -> Set.of(PARENT_COLUMN_MISSING);
            case 3776 -> Set.of(ENGINE);
            case 3780 -> Set.of(TYPE_DIFFERS, COLLATION_DIFFERS, COLUMN_IN_FOREIGN_KEY);
            case 1526, 3819, 4025 -> Set.of(CHECK_VIOLATED);
            case 3823 -> Set.of(CHECKED_COLUMN);
            case 3940, 4084 -> Set.of(CONSTRAINT_MISSING);
            case 4119 -> Set.of(CONSENT_MISSING);
            default -> Set.of();
        };
    }

    /** Can't create table, and error on rename of one: what it is, only the number says that InnoDB gives. */
    private static Set<Cause> byInnoDb(ServerError error) {
        Set<String> numbers = OF_INNODB
                .matcher(error.message())
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        if (numbers.contains(DUPLICATE_NAME)) {
            return Set.of(NAME_TAKEN);
        }
        // MariaDB 11.8.9, to a name in a database that is not there
        if (numbers.contains(GENERIC)) {
            return Set.of(SCHEMA_MISSING);
        }
        return numbers.contains(REFUSED_FOREIGN_KEY) ? definition() : Set.of();
    }

    /** All that may be wrong with a foreign key that is new, or with a change beneath one that is there. */
    private static Set<Cause> definition() {
        return EnumSet.of(
                PARENT_TABLE_MISSING,
                SCHEMA_MISSING,
                PARENT_IN_OTHER_SCHEMA,
                PARENT_IS_VIEW,
                PARENT_IS_NOT_PERMANENT,
                CHILD_IS_TEMPORARY,
                PARENT_COLUMN_MISSING,
                COLUMN_MISSING,
                COLUMN_COUNT_DIFFERS,
                PARENT_NOT_UNIQUE,
                COLUMN_ORDER_DIFFERS,
                TYPE_DIFFERS,
                COLLATION_DIFFERS,
                SET_NULL_ON_NOT_NULL,
                PARENT_IS_NULLABLE,
                ENGINE,
                PARTITIONED,
                COMPUTED_COLUMN,
                CHECKED_COLUMN,
                KEY_REFERENCED,
                INDEX_NEEDED,
                COLUMN_IN_FOREIGN_KEY);
    }
}
