package dev.fk.core.generate;

import dev.fk.core.schema.Generation;
import java.util.regex.Pattern;

/** A default as the call that people write: {@code defaultValue(5)}, and {@code defaultExpression("now()")} for what is no value. */
final class DefaultSource {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");

    private DefaultSource() {}

    /** As Java and SQL write it alike. */
    static boolean isWholeNumber(String text) {
        return WHOLE_NUMBER.matcher(text).matches();
    }

    static String of(Generation.Default generation) {
        String sql = generation.expression().sql();
        if (isWholeNumber(sql)) {
            long number = Long.parseLong(sql);
            return ".defaultValue(" + number + ((int) number == number ? "" : "L") + ")";
        }
        if (TRUTH.matcher(sql).matches()) {
            return ".defaultValue(" + sql + ")";
        }
        if (TEXT.matcher(sql).matches()) {
            String text = sql.substring(1, sql.length() - 1).replace("''", "'");
            if (Generation.defaultToText(text).equals(generation)) {
                return JavaText.call("defaultValue", text);
            }
        }
        return JavaText.call("defaultExpression", sql);
    }
}
