package dev.fk.core.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arrays whose elements have the cast. PostgreSQL writes {@code state IN ('a', 'b')} of a VARCHAR as {@code ANY
 * ((ARRAY['a'::character varying, …])::text[])} and, once that was executed, as a restored dump is, as {@code ANY
 * (ARRAY[('a'::character varying)::text, …])} (14 to 18): the one text for both is the one that stays the same.
 */
final class ArrayCasts {
    private static final String OPEN = "(ARRAY[";
    private static final Pattern TYPE = Pattern.compile("::((?:\"(?:[^\"]|\"\")*+\"|[\\w .])+)\\[\\]");

    private ArrayCasts() {}

    static String inElements(String sql) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int open = SqlText.next(sql, OPEN, 0); open >= 0; open = SqlText.next(sql, OPEN, done)) {
            int close = SqlText.closing(sql, open);
            Matcher type = TYPE.matcher(sql).region(Math.max(close, 0) + 1, sql.length());
            Optional<List<String>> elements =
                    close >= 0 && type.lookingAt() ? elements(sql.substring(open + 1, close)) : Optional.empty();
            int end = elements.isPresent() ? type.end() : open + OPEN.length();
            text.append(sql, done, open)
                    .append(elements.map(e -> of(e, type.group(1))).orElse(OPEN));
            done = end;
        }
        return done == 0 ? sql : text.append(sql, done, sql.length()).toString();
    }

    private static String of(List<String> elements, String type) {
        return elements.stream()
                .map(e -> "(" + inElements(e) + ")::" + type)
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    /** Those of {@code ARRAY[…]} and of nothing else; none where they are arrays themselves. */
    private static Optional<List<String>> elements(String array) {
        List<String> elements = new ArrayList<>();
        int begin = OPEN.length() - 1;
        int depth = 0;
        for (int i = begin; i < array.length(); i++) {
            char c = array.charAt(i);
            if (c == '\'' || c == '"') {
                i = SqlText.unquoted(array, i);
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']')) {
                depth--;
            } else if (c == ']' && i < array.length() - 1) {
                return Optional.empty();
            } else if (depth == 0 && (c == ',' || c == ']')) {
                elements.add(array.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        boolean plain =
                begin == array.length() && elements.stream().noneMatch(e -> e.isEmpty() || e.startsWith("ARRAY["));
        return plain ? Optional.of(elements) : Optional.empty();
    }
}
