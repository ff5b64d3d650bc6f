package dev.fk.core.database;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows that are in the way, for people. */
final class DirtyDataText {
    private static final int LONGEST_VALUE = 40;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private DirtyDataText() {}

    static String of(DirtyData found) {
        StringBuilder text = new StringBuilder(found.fact());
        text.append(". [").append(found.check().code()).append("]\n");
        for (List<Optional<String>> row : found.rows()) {
            text.append("    ").append(row(found.check().labels(), row)).append('\n');
        }
        text.append("  find: ").append(found.check().finding()).append('\n');
        return text.append("  fix : ")
                .append(found.check().remedy())
                .append('\n')
                .toString();
    }

    private static String row(List<String> labels, List<Optional<String>> values) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            row.append(i == 0 ? "" : ", ").append(labels.get(i));
            row.append(labels.get(i).isEmpty() ? "" : " = ").append(shown(values.get(i)));
        }
        return row.toString();
    }

    private static String shown(Optional<String> value) {
        if (value.isEmpty()) {
            return "NULL";
        }
        String text = value.get().replace("\n", "\\n").replace("\r", "\\r");
        String shortened = text.codePointCount(0, text.length()) > LONGEST_VALUE
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                : text;
        return NUMBER.matcher(shortened).matches() ? shortened : "'" + shortened + "'";
    }
}
