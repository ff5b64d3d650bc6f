package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import java.util.Optional;

/**
 * Whether PostgreSQL finds an equality operator for a foreign key: one of the referenced key's operator family, or an
 * implicit cast to its type. The table was measured on PostgreSQL 15 and 18; about types it does not know it says nothing.
 */
final class Compatibility {
    private Compatibility() {}

    static Optional<String> reason(Column referencing, Column referenced) {
        Group from = Group.of(referencing.type());
        Group to = Group.of(referenced.type());
        if (from == Group.UNKNOWN || to == Group.UNKNOWN || comparable(referencing, referenced, from, to)) {
            return Optional.empty();
        }
        return Optional.of("PostgreSQL has no equality operator for "
                + referencing.type().describe() + " and " + referenced.type().describe());
    }

    private static boolean comparable(Column referencing, Column referenced, Group from, Group to) {
        if (from == Group.ARRAY && to == Group.ARRAY) {
            return TypeName.of(referencing.type()).equals(TypeName.of(referenced.type()));
        }
        return switch (to) {
            case UNINDEXED -> false;
            case NUMERIC -> from == Group.INTEGER || from == Group.NUMERIC;
            case APPROXIMATE -> from == Group.INTEGER || from == Group.NUMERIC || from == Group.APPROXIMATE;
            case TIME_WITH_ZONE -> from == Group.TIME || from == Group.TIME_WITH_ZONE;
            default -> from == to;
        };
    }

    /** Types that are compared with the same others. */
    private enum Group {
        INTEGER,
        NUMERIC,
        APPROXIMATE,
        BOOL,
        STRING,
        MOMENT,
        TIME,
        TIME_WITH_ZONE,
        UUID,
        BYTES,
        JSONB,
        /** json has no equality operator at all. */
        UNINDEXED,
        ARRAY,
        UNKNOWN;

        static Group of(DataType type) {
            if (type instanceof DataType.Int) {
                return INTEGER;
            }
            if (type instanceof DataType.Decimal) {
                return NUMERIC;
            }
            if (type instanceof DataType.Approximate) {
                return APPROXIMATE;
            }
            if (type instanceof DataType.Varchar || type instanceof DataType.Text || type instanceof DataType.Char) {
                return STRING;
            }
            if (type instanceof DataType.Date || type instanceof DataType.Timestamp) {
                return MOMENT;
            }
            if (type instanceof DataType.Time time) {
                return time.withTimeZone() ? TIME_WITH_ZONE : TIME;
            }
            if (type instanceof DataType.Json json) {
                return json.binary() ? JSONB : UNINDEXED;
            }
            if (type instanceof DataType.Array array) {
                return of(array.element()) == UNKNOWN ? UNKNOWN : ARRAY;
            }
            if (type instanceof DataType.Bool) {
                return BOOL;
            }
            if (type instanceof DataType.Uuid) {
                return UUID;
            }
            return type instanceof DataType.Blob ? BYTES : UNKNOWN;
        }
    }
}
