package dev.fk.assertj;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the statements out of the {@code fix} line of a failure. */
final class Fix {
    private static final Pattern LINES = Pattern.compile("\\n  fix : (.*?)\\n  db  : ", Pattern.DOTALL);

    private Fix() {}

    static List<String> of(String message) {
        Matcher lines = LINES.matcher(message);
        return lines.find()
                ? Stream.of(lines.group(1).split(";\\n")).map(String::strip).toList()
                : List.of();
    }
}
