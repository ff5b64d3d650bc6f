package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.schema.QualifiedName;
import java.util.regex.Pattern;

/**
 * A trigger as it was written, but for strings, whose quotes the catalog may not escape (MySQL 9.7.4): where they begin and
 * end cannot be told, so what stands in them counts as well.
 *
 * @param table the one whose rows fire it
 */
record TriggerText(QualifiedName table, String name, String text) implements Onlooker {
    private static final String ROW = "(?<![\\w$])(?:NEW|OLD)[`\"]?\\s*\\.\\s*[`\"]?";

    @Override
    public String describe() {
        return "trigger " + table.withName(name);
    }

    @Override
    public boolean goesWith(QualifiedName other) {
        return table.equals(other);
    }

    @Override
    public boolean mentions(QualifiedName other) {
        return finds(word(other.name()));
    }

    /** As {@code NEW.column} of its own table, otherwise anywhere beside the name of the table. */
    @Override
    public boolean mentions(QualifiedName other, String column) {
        boolean ofItsRow = table.equals(other) && finds(ROW + word(column));
        return ofItsRow || (mentions(other) && finds(word(column)));
    }

    private static String word(String name) {
        String quoted = Pattern.quote(name.replace("`", "``"));
        return "(?<![\\w$])(?:" + quoted + "|" + Pattern.quote(name) + ")(?![\\w$])";
    }

    private boolean finds(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .find();
    }
}
