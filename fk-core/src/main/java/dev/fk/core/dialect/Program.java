package dev.fk.core.dialect;

import dev.fk.core.schema.QualifiedName;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A trigger, routine or event as it was written: names are looked for as words. Where strings and comments begin and end is
 * not told: MySQL 9.7.4 keeps triggers with strings whose quotes are not escaped. So what stands in them counts as well.
 *
 * @param kind for people: {@code trigger}
 * @param name what tells it from others: of a routine that may be overloaded with its arguments
 * @param firedBy the tables whose rows fire it
 */
@API(status = Status.INTERNAL)
public record Program(String kind, QualifiedName name, String text, Set<QualifiedName> firedBy) implements Onlooker {
    private static final String ROW = "(?<![\\w$])(?:NEW|OLD)[`\"]?\\s*\\.\\s*[`\"]?";

    public Program {
        firedBy = Set.copyOf(firedBy);
    }

    @Override
    public String describe() {
        return kind + " " + name;
    }

    /** A trigger goes; a function that only triggers of this table call stays, but nobody calls it. */
    @Override
    public boolean goesWith(QualifiedName table) {
        return firedBy.equals(Set.of(table));
    }

    @Override
    public boolean mentions(QualifiedName table) {
        return finds(word(table.name()));
    }

    /** As {@code NEW.column} of a table that fires it, otherwise anywhere beside the name of the table. */
    @Override
    public boolean mentions(QualifiedName table, String column) {
        return (firedBy.contains(table) && finds(ROW + word(column))) || (mentions(table) && finds(word(column)));
    }

    /** Quoted or not. */
    private static String word(String name) {
        return "(?<![\\w$])(?:" + Pattern.quote(name.replace("`", "``")) + "|"
                + Pattern.quote(name.replace("\"", "\"\"")) + "|" + Pattern.quote(name) + ")(?![\\w$])";
    }

    private boolean finds(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .find();
    }
}
