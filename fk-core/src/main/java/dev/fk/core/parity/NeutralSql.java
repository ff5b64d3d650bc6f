package dev.fk.core.parity;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression without what servers add to it when they store it: quotes around names, casts, character sets, parentheses,
 * case and blanks. What it does not know it leaves, so that a difference is told rather than hidden.
 */
final class NeutralSql {
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern CAST =
            Pattern.compile("::(?:\"[^\"]*\"|[a-z_]+(?: varying| precision| without time zone| with time zone)?)"
                    + "(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[\\])?");
    private static final Pattern ANY = Pattern.compile("=any\\(\\(?array\\[([^]]*)\\]\\)?\\)");
    private static final Pattern NOW =
            Pattern.compile("\\b(?:now\\(\\)|current_timestamp\\(\\d*\\)|localtimestamp(?:\\(\\d*\\))?)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern INTRODUCER = Pattern.compile("_(?:utf8mb[34]|latin1|binary|ascii)\\\\?(?=')");

    private NeutralSql() {}

    static String of(String sql) {
        StringBuilder text = new StringBuilder();
        String known = INTRODUCER.matcher(sql.replace("\\'", "'")).replaceAll("");
        Matcher string = STRING.matcher(known);
        int done = 0;
        while (string.find()) {
            text.append(outside(known.substring(done, string.start()))).append(string.group());
            done = string.end();
        }
        text.append(outside(known.substring(done)));
        String joined = CAST.matcher(text).replaceAll("");
        joined = ANY.matcher(joined).replaceAll(" in($1)");
        joined = NOW.matcher(joined).replaceAll("current_timestamp");
        String plain = Parentheses.without(joined);
        return NUMBER.matcher(plain).matches()
                ? new BigDecimal(plain).stripTrailingZeros().toPlainString()
                : plain;
    }

    private static String outside(String sql) {
        return sql.toLowerCase(Locale.ROOT)
                .replaceAll("[`\"]", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(),=<>+*/|\\[\\]-]) ?", "$1")
                .replace("<>", "!=");
    }
}
