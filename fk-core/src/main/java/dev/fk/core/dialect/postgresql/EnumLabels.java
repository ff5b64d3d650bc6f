package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the type from labels of enums, as people write them: {@code state IN ('open', 'paid')} for what PostgreSQL shows as
 * {@code state = ANY (ARRAY['open'::state, 'paid'::state])}.
 */
record EnumLabels(Pattern parts, Pattern cast) {
    private static final String LITERAL = "'(?:[^']|'')*+'";
    private static final String QUOTED_NAME = "\"(?:[^\"]|\"\")*+\"";

    static EnumLabels of(Collection<QualifiedName> types) {
        String type = types.stream()
                .flatMap(t -> Stream.of(t.toString(), Identifiers.quote(t), Identifiers.quoteIfNeeded(t)))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "::(?:", ")(?![\\w$.\\[])"));
        String label = LITERAL + type;
        String labels = label + "(?:, " + label + ")*+";
        String array = "(?<operator>= ANY|<> ALL) \\(ARRAY\\[(?<labels>" + labels + ")\\]\\)";
        // other arrays say of what they are, or nobody knows
        String other = "ARRAY\\[" + labels + "\\]";
        return new EnumLabels(
                Pattern.compile(
                        array + "|" + other + "|(?<label>" + LITERAL + ")" + type + "|" + LITERAL + "|" + QUOTED_NAME),
                Pattern.compile("(" + LITERAL + ")" + type));
    }

    String without(String sql) {
        Matcher part = parts.matcher(sql);
        return part.replaceAll(found -> Matcher.quoteReplacement(bare(part, found)));
    }

    private String bare(Matcher part, MatchResult found) {
        if (part.group("labels") != null) {
            String list = cast.matcher(part.group("labels")).replaceAll("$1");
            return (part.group("operator").equals("= ANY") ? "IN (" : "NOT IN (") + list + ")";
        }
        return part.group("label") != null ? part.group("label") : found.group();
    }
}
