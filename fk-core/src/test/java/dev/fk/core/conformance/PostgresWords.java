package dev.fk.core.conformance;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own spelling against ours. */
final class PostgresWords implements SnapshotWords {
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'(?:::[\\w \"().]+(?:\\[\\])?)?");

    @Override
    public String type(String type, String collation) {
        String plain = type.contains("enum_") ? type.replace("\"", "") : type.toLowerCase(Locale.ROOT);
        return plain.replace("character varying", "varchar")
                        .replace("character(", "char(")
                        .replace("double precision", "double")
                        .replace("numeric", "decimal")
                        .replace("without time zone", "")
                        .replace(", ", ",")
                        .replace("bytea", "blob")
                        .trim()
                + (collation.isEmpty() ? "" : " collate " + collation);
    }

    @Override
    public String expression(String sql) {
        String bare = sql.trim();
        Matcher literal = LITERAL.matcher(bare);
        if (literal.matches()) {
            return "'" + literal.group(1).replace("''", "'") + "'";
        }
        return bare.matches("-?[\\d.]+|true|false") ? "'" + bare + "'" : parenthesised(bare);
    }

    private static String parenthesised(String sql) {
        return sql.startsWith("(") && sql.endsWith(")") ? sql : "(" + sql + ")";
    }

    @Override
    public Optional<String> check(String definition) {
        String expression = definition.replaceFirst("^CHECK \\((.*)\\)$", "$1");
        return Optional.of(parenthesised(expression));
    }

    @Override
    public String autoIncrement(String kind) {
        return kind;
    }

    @Override
    public String primaryKey(String name) {
        return name;
    }

    @Override
    public String indexPart(String text) {
        return text.replace("\"", "").replaceAll("\\((\\w+)\\)::", "$1::");
    }

    @Override
    public String method(String method) {
        return method.isEmpty() || method.equalsIgnoreCase("btree") ? "" : " using " + method.toLowerCase(Locale.ROOT);
    }

    @Override
    public String action(String action) {
        return action;
    }
}
