package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.EnumDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** Enum types: created, and changed. */
final class EnumSql {
    private static final String RECREATE = Resource.text("recreate-enum.sql").strip();

    private EnumSql() {}

    static String create(EnumDefinition definition) {
        return "CREATE TYPE " + Identifiers.quote(definition.name()) + " AS ENUM (" + labels(definition.labels()) + ")";
    }

    static String labels(List<String> labels) {
        return labels.stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }

    /**
     * Replaces the type by a new one of the same name. {@code ALTER TYPE … ADD VALUE} would do where labels are only
     * added, but a label added so cannot be used before the transaction has ended (PostgreSQL 12 to 18), neither as a
     * default nor by an UPDATE of the same migration. It is what is left where the type cannot be replaced, because a
     * view, a function or a partition key (42P16) uses it, or the table of somebody else (42501).
     */
    static String alter(EnumDefinition from, EnumDefinition to) {
        String temporary = Identifiers.shorten(from.name().name() + "_before");
        String type = Identifiers.quote(from.name());
        return RECREATE.replace("${what}", what(type, to.labels()))
                .replace("${name}", SqlText.literal(type))
                .replace("${type}", type)
                .replace("${format}", type.replace("%", "%%").replace("'", "''"))
                .replace("${before}", Identifiers.quote(temporary))
                .replace("${old}", Identifiers.quote(from.name().withName(temporary)))
                .replace("${labels}", labels(to.labels()))
                .replace("${otherwise}", otherwise(type, from, to));
    }

    /** For people who see the first line of a long statement; a comment ends with its line. */
    private static String what(String type, List<String> labels) {
        return ("makes " + type + " AS ENUM (" + labels(labels) + ") anew, for all that uses it")
                .replaceAll("\\R", " ");
    }

    private static String otherwise(String type, EnumDefinition from, EnumDefinition to) {
        if (!from.growsInto(to)) {
            return "";
        }
        StringBuilder sql = new StringBuilder("\nEXCEPTION WHEN feature_not_supported OR dependent_objects_still_exist"
                + " OR invalid_table_definition OR insufficient_privilege THEN");
        for (int i = 0; i < to.labels().size(); i++) {
            if (!from.labels().contains(to.labels().get(i))) {
                String where = i > 0
                        ? " AFTER " + SqlText.literal(to.labels().get(i - 1))
                        : from.labels().isEmpty()
                                ? ""
                                : " BEFORE " + SqlText.literal(from.labels().get(0));
                sql.append("\n    ALTER TYPE ")
                        .append(type)
                        .append(" ADD VALUE ")
                        .append(SqlText.literal(to.labels().get(i)))
                        .append(where)
                        .append(';');
            }
        }
        return sql.toString();
    }
}
