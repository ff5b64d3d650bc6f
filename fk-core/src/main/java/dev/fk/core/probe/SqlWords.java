package dev.fk.core.probe;

import dev.fk.core.dialect.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names and constants in an expression as the catalog has it. */
final class SqlWords {
    private final Lexis lexis;
    private final Pattern pattern;

    SqlWords(Lexis lexis) {
        this.lexis = lexis;
        String string = lexis.backslashEscapes() ? "'(?:[^'\\\\]|\\\\.|'')*+'" : "[eE]?'(?:[^']|'')*+'";
        String q = Pattern.quote(lexis.nameQuotes().substring(0, 1));
        String quoted = q + "(?:[^" + q + "]|" + q + q + ")*+" + q;
        this.pattern = Pattern.compile("(?<string>" + string + ")|(?<quoted>" + quoted
                + ")|(?<number>\\d+(?:\\.\\d+)?(?![\\p{L}_]))|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)");
    }

    /** The expression with something else in the place of names of columns; empty leaves a name as it is. */
    String replace(String sql, Function<String, Optional<String>> replacement) {
        Matcher words = pattern.matcher(sql);
        StringBuilder out = new StringBuilder();
        while (words.find()) {
            Optional<String> name = name(words, sql);
            String text = name.flatMap(replacement).orElse(words.group());
            words.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return words.appendTail(out).toString();
    }

    private static Optional<String> name(Matcher words, String sql) {
        String quoted = words.group("quoted");
        if (quoted != null) {
            String mark = quoted.substring(0, 1);
            return Optional.of(quoted.substring(1, quoted.length() - 1).replace(mark + mark, mark));
        }
        String word = words.group("word");
        if (word == null) {
            return Optional.empty();
        }
        String before = sql.substring(0, words.start()).stripTrailing();
        boolean isType = before.endsWith("::")
                || before.endsWith(".")
                || before.toUpperCase(java.util.Locale.ROOT).endsWith(" AS");
        boolean isFunction = sql.substring(words.end()).stripLeading().startsWith("(");
        return isType || isFunction ? Optional.empty() : Optional.of(word);
    }

    /** What the strings of an expression say. */
    List<String> strings(String sql) {
        List<String> strings = new ArrayList<>();
        Matcher words = pattern.matcher(sql);
        while (words.find()) {
            String string = words.group("string");
            if (string != null) {
                String inner = string.substring(string.indexOf('\'') + 1, string.length() - 1)
                        .replace("''", "'");
                boolean escaped = lexis.backslashEscapes() || string.charAt(0) != '\'';
                strings.add(escaped ? inner.replaceAll("\\\\(.)", "$1") : inner);
            }
        }
        return strings;
    }

    /** The numbers of an expression, without signs. */
    List<String> numbers(String sql) {
        List<String> numbers = new ArrayList<>();
        Matcher words = pattern.matcher(sql);
        while (words.find()) {
            if (words.group("number") != null) {
                numbers.add(words.group());
            }
        }
        return numbers;
    }
}
