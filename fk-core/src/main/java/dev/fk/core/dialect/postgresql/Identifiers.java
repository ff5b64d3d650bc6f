package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Names;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as PostgreSQL writes them. */
final class Identifiers {
    /** NAMEDATALEN - 1 of every server that was not compiled otherwise; what is longer it cuts off. */
    static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|([^\",.\\s]+)");

    /** Those that the server quotes: all keywords of PostgreSQL 18 but the unreserved (pg_get_keywords()). */
    private static final Set<String> KEYWORDS =
            Set.copyOf(Resource.text("keywords.txt").lines().toList());

    /** The server's own types, which an unqualified name finds first (pg_type of PostgreSQL 18). */
    private static final Set<String> BUILT_IN_TYPES =
            Set.copyOf(Resource.text("types.txt").lines().toList());

    private Identifiers() {}

    /** Names of the default schema stand alone. */
    static QualifiedName local(String schema, String name, String defaultSchema) {
        return schema.equals(defaultSchema) ? QualifiedName.of(name) : QualifiedName.of(schema, name);
    }

    /** A type of the default schema stands alone, unless that would mean one of the server's own: {@code public.path}. */
    static QualifiedName type(QualifiedName name, String defaultSchema) {
        boolean hidden = BUILT_IN_TYPES.contains(name.name());
        String schema = name.schema().orElse(defaultSchema);
        return schema.equals(defaultSchema) && !hidden
                ? QualifiedName.of(name.name())
                : QualifiedName.of(schema, name.name());
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quote(QualifiedName name) {
        return name.schema().map(s -> quote(s) + ".").orElse("") + quote(name.name());
    }

    static String quote(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    /** As the server writes a name in its own texts: in quotes only if it must be. */
    static String quoteIfNeeded(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name) ? name : quote(name);
    }

    static String quoteIfNeeded(QualifiedName name) {
        return name.schema().map(s -> quoteIfNeeded(s) + ".").orElse("") + quoteIfNeeded(name.name());
    }

    /** The names in a text such as {@code "a", b} or {@code "s"."t"}, without quotes. */
    static List<String> unquote(String text) {
        List<String> names = new ArrayList<>();
        var matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            names.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
        }
        return names;
    }

    /** A name the server keeps whole: too long ones end in a hash of what is left out, so that they stay different. */
    static String shorten(String name) {
        return Names.shorten(name, MAX_BYTES);
    }

    static QualifiedName shorten(QualifiedName name) {
        return new QualifiedName(name.schema().map(Identifiers::shorten), shorten(name.name()));
    }
}
