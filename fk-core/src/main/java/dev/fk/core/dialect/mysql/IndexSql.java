package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Indexes as CREATE TABLE and ALTER TABLE … ADD write them. */
final class IndexSql {
    static final String INVISIBLE = Index.HIDDEN;
    static final String COMMENT = "comment";
    static final String PARSER = "parser";
    /** Of a key of MariaDB: the period in which it holds. */
    static final String WITHOUT_OVERLAPS = "without overlaps";
    /** The parts of a primary key as SQL, where they are not simply its columns. */
    static final String PARTS = "parts";

    /** The method of a key, as that of an index. */
    static final String USING = "using";
    /** What MariaDB 11.8 has vectors found by. */
    static final List<String> OF_VECTORS = List.of("m", "distance");

    /** What stands before INDEX rather than after USING. */
    private static final Set<String> KINDS = Set.of("fulltext", "spatial", "vector");

    private final Quoting quoting;
    private final boolean mariaDb;

    IndexSql(Settings settings) {
        this.quoting = new Quoting(settings.backslashEscapes());
        this.mariaDb = settings.isMariaDb();
    }

    /** {@code UNIQUE INDEX `name` (`a`, `b`(10) DESC)}. */
    String of(Index index) {
        String method = index.method().orElse("");
        boolean kind = KINDS.contains(method);
        String before = index.unique() ? "UNIQUE " : kind ? method.toUpperCase(Locale.ROOT) + " " : "";
        String name = index.name().map(n -> Identifiers.quote(n) + " ").orElse("");
        String using = kind || method.isEmpty() ? "" : using(method);
        return before + "INDEX " + name + "(" + parts(index.parts()) + ")" + using + options(index.options());
    }

    private static String using(String method) {
        return " USING " + method.toUpperCase(Locale.ROOT);
    }

    String options(Options options) {
        String using = options.get(USING).map(IndexSql::using).orElse("");
        String vectors = OF_VECTORS.stream()
                .flatMap(key -> options.get(key).map(v -> " " + key + "=" + v).stream())
                .collect(Collectors.joining());
        String parser = options.get(PARSER)
                .map(p -> " WITH PARSER " + Identifiers.quote(p))
                .orElse("");
        String comment =
                options.get(COMMENT).map(c -> " COMMENT " + quoting.literal(c)).orElse("");
        return using + vectors + parser + comment + (options.has(INVISIBLE) ? mariaDb ? " IGNORED" : " INVISIBLE" : "");
    }

    /** The columns of a key; those of a period are said by its name. */
    static String columns(List<String> columns, Options options) {
        return options.get(WITHOUT_OVERLAPS)
                .map(period -> Identifiers.quote(Period.declared(columns)) + ", " + Identifiers.quote(period)
                        + " WITHOUT OVERLAPS")
                .orElseGet(() -> Identifiers.quote(columns));
    }

    String visibility(Options options) {
        boolean hidden = options.has(INVISIBLE);
        return mariaDb ? (hidden ? " IGNORED" : " NOT IGNORED") : hidden ? " INVISIBLE" : " VISIBLE";
    }

    static String parts(List<IndexPart> parts) {
        return parts.stream().map(IndexSql::part).collect(Collectors.joining(", "));
    }

    private static String part(IndexPart part) {
        String what = part.isExpression()
                ? "(" + SqlText.withoutParentheses(part.text()) + ")"
                : Identifiers.quote(part.text());
        String prefix =
                part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "";
        return what + prefix + (part.descending() ? " DESC" : "");
    }
}
