package dev.fk.core.dialect;

import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The source of a trigger, routine or event, in which names are looked for as words. Where strings and comments begin and end is
 * not told: MySQL 9.7.4 keeps triggers with strings whose quotes are not escaped. So what stands in them counts as well.
 */
@API(status = Status.INTERNAL)
public record ProgramText(String text) {
    private static final String ROW = "(?<![\\w$])(?:NEW|OLD)[`\"]?\\s*\\.\\s*[`\"]?";

    /** Whether it has the name, quoted or not, in whichever case. */
    public boolean mentions(String name) {
        return finds(word(name));
    }

    /** Whether it has the column of the row that fires a trigger: {@code NEW.name}, {@code OLD.name}. */
    public boolean mentionsOfRow(String column) {
        return finds(ROW + word(column));
    }

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
