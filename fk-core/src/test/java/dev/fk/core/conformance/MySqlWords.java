package dev.fk.core.conformance;

import java.util.Locale;
import java.util.Optional;

/** The spelling of MySQL and MariaDB against ours. */
final class MySqlWords implements SnapshotWords {
    /** Display widths say nothing, but for {@code tinyint(1)}; MariaDB keeps JSON as text. */
    @Override
    public String type(String type, String collation) {
        String plain = type.startsWith("ENUM") || type.startsWith("enum")
                ? "enum" + type.substring("enum".length())
                : type.toLowerCase(Locale.ROOT);
        return plain.replace(", ", ",")
                        .replaceAll("^boolean$", "tinyint(1)")
                        .replaceAll("^integer", "int")
                        .replaceAll("^(smallint|mediumint|int|bigint)\\(\\d+\\)", "$1")
                        .replaceAll("^tinyint\\((?!1\\)$)\\d+\\)", "tinyint")
                        .replaceAll(" with time zone$", "")
                        .replaceAll("^json$", "longtext")
                + (collation.isEmpty() || plain.startsWith("json") || plain.equals("longtext")
                        ? ""
                        : " collate " + collation);
    }

    @Override
    public String expression(String sql) {
        String bare = sql.trim();
        if (bare.startsWith("'") && bare.endsWith("'")) {
            return "'" + bare.substring(1, bare.length() - 1).replace("''", "'") + "'";
        }
        if (bare.matches("-?[\\d.]+")) {
            return "'" + bare + "'";
        }
        String plain = bare.startsWith("(") && bare.endsWith(")") ? bare.substring(1, bare.length() - 1) : bare;
        return "(" + plain.toLowerCase(Locale.ROOT).replaceAll("\\(\\)$", "") + ")";
    }

    @Override
    public Optional<String> check(String definition) {
        String bare = definition.replace("`", "").replace(" ", "");
        return bare.startsWith("json_valid") ? Optional.empty() : Optional.of(bare.replaceAll("[()]", ""));
    }

    @Override
    public String autoIncrement(String kind) {
        return "auto_increment";
    }

    @Override
    public String primaryKey(String name) {
        return "";
    }

    @Override
    public String indexPart(String text) {
        return text.replace("`", "");
    }

    @Override
    public String method(String method) {
        return method.isEmpty() || method.equalsIgnoreCase("btree") ? "" : " using " + method.toLowerCase(Locale.ROOT);
    }

    @Override
    public String action(String action) {
        return action.equals("RESTRICT") ? "NO ACTION" : action;
    }
}
