package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Labels of an enum that are spelt differently and are one to the server: MySQL 9.7.4 and MariaDB 11.8.9 compare them as the
 * column's collation does, and without trailing blanks, whatever it says of those (1291; without a strict SQL mode they take
 * them with a note). A label alone is stored without them. Those of {@code binary} are compared byte by byte. Which letters
 * are one is told where it is certain; of others the server is asked, {@link LabelExaminer}.
 */
final class LabelObjections {
    /** Collations of no language, to which letters of ASCII are one with themselves in another case and nothing else. */
    private static final Pattern NO_LANGUAGE =
            Pattern.compile("utf8mb[34]_(?:general_ci|unicode_ci|unicode_520_ci|0900_ai_ci"
                    + "|uca1400(?:_nopad)?_ai_ci|general_nopad_ci|unicode_nopad_ci|unicode_520_nopad_ci)");

    /** Where the small form of I has no dot. */
    private static final Pattern TURKISH = Pattern.compile(".*_(?:turkish|tr)_.*");

    private final Table table;
    private final Settings settings;

    LabelObjections(Table table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    List<Objection> find() {
        List<Objection> objections = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.type() instanceof DataType.EnumType type) {
                same(column, type.labels(), objections);
            }
        }
        return objections;
    }

    /** Which of the columns have labels that may be one without {@link #find} knowing. */
    List<Column> uncertain() {
        return table.columns().stream()
                .filter(c -> c.type() instanceof DataType.EnumType type && isUncertain(type.labels(), collation(c)))
                .toList();
    }

    private static boolean isUncertain(List<String> labels, String collation) {
        boolean plain = labels.stream().allMatch(l -> l.chars().allMatch(c -> c >= ' ' && c < 128));
        boolean ofNoLanguage = NO_LANGUAGE.matcher(collation).matches()
                || collation.endsWith("_general_ci")
                || collation.equals("latin1_swedish_ci");
        return labels.size() > 1
                && !collation.endsWith("_bin")
                && !collation.equals("binary")
                && !(plain && ofNoLanguage);
    }

    String collation(Column column) {
        return column.collation().orElseGet(() -> TableOptions.collation(table.name(), table.options(), settings));
    }

    /** That these labels of a column are one to the server. */
    Objection same(Column column, List<Set<String>> same) {
        String collation = collation(column);
        return objection(
                column,
                "is there twice to the server, which compares them by " + collation + ": "
                        + same.stream().map(LabelObjections::words).collect(Collectors.joining("; ")),
                "Name each label once, or give the table a collation that tells them apart, collate(\""
                        + Collations.binary(Collations.charset(collation)) + "\").");
    }

    private void same(Column column, List<String> labels, List<Objection> objections) {
        String collation = collation(column);
        if (collation.equals("binary")) {
            return;
        }
        List<String> trailing = labels.stream()
                .filter(l -> l.endsWith(" "))
                .distinct()
                .map(LabelObjections::word)
                .toList();
        if (!trailing.isEmpty()) {
            objections.add(objection(
                    column,
                    "ends in blanks, which the server drops: " + String.join(", ", trailing),
                    "Leave the blanks out."));
        }
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        labels.stream().map(LabelObjections::withoutBlanks).forEach(l -> spellings
                .computeIfAbsent(compared(l, collation), k -> new TreeSet<>())
                .add(l));
        List<Set<String>> same =
                spellings.values().stream().filter(s -> s.size() > 1).toList();
        if (!same.isEmpty()) {
            objections.add(same(column, same));
        }
    }

    private Objection objection(Column column, String what, String remedy) {
        return new Objection(
                "FK105",
                List.of(column.name()),
                "A label of the enum of " + table.name() + "." + column.name() + " " + what,
                remedy);
    }

    static String withoutBlanks(String label) {
        return label.replaceAll(" +$", "");
    }

    private static String word(String label) {
        return "'" + label + "'";
    }

    private static String words(Set<String> labels) {
        return labels.stream().map(LabelObjections::word).collect(Collectors.joining(" and "));
    }

    private static String compared(String label, String collation) {
        if (!collation.endsWith("_ci")) {
            return label;
        }
        return lowerCase(label, TURKISH.matcher(collation).matches() ? "I" : "");
    }

    /** Of ASCII, which every such collation has without case. */
    private static String lowerCase(String text, String kept) {
        return text.chars()
                .map(c -> c < 128 && kept.indexOf(c) < 0 ? Character.toLowerCase(c) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
