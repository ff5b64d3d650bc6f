package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SHOW CREATE TABLE alone says, and reading a schema does not ask it for: how partitions are spelled, what those of
 * partitions are called and may hold, and how columns are stored. It is given once more, in the server's own words, to a table
 * that has just been made again without.
 */
final class Unread {
    /** A name that is not in lower case, a partition of a partition by name, or where and how many rows it keeps. */
    private static final Pattern OF_PARTITIONS = Pattern.compile(
            "\\b(?:SUB)?PARTITION (?:`(?:[^`]|``)*\\p{Lu}(?:[^`]|``)*`"
                    + "|(?!BY\\b)[\\w$]*\\p{Lu}[\\w$]*)|\\bSUBPARTITION (?!BY\\b)|\\b(?:ALGORITHM|M(?:AX|IN)_ROWS|(?:DATA|INDEX) DIRECTORY|TABLESPACE) =");

    /** The manual has COLUMN_FORMAT and STORAGE for NDB; MySQL 9.7 keeps them for every engine. */
    private static final Pattern OF_COLUMN =
            Pattern.compile("(?:COLUMN_FORMAT|STORAGE|(?:SECONDARY_)?ENGINE_ATTRIBUTE) ");

    private final String alter;
    private final List<Belonging> found = new ArrayList<>();

    private Unread(QualifiedName table) {
        this.alter = "ALTER TABLE " + Identifiers.quote(table) + " ";
    }

    static List<Belonging> of(QualifiedName table, Shown shown) {
        Unread unread = new Unread(table);
        shown.elements().forEach(unread::element);
        shown.partitionsInFull().ifPresent(unread::partitions);
        return unread.found;
    }

    private void element(String element) {
        if (element.startsWith("`") && says(element, OF_COLUMN)) {
            add("MODIFY COLUMN " + element);
        }
    }

    private void partitions(String clause) {
        if (OF_PARTITIONS.matcher(clause).find()) {
            add("PARTITION BY " + clause.replaceAll("\n *", " "));
        }
    }

    private void add(String clause) {
        found.add(new Belonging(false, List.of(new Sql(alter + clause))));
    }

    /** Outside of strings, names and parentheses. */
    private static boolean says(String element, Pattern what) {
        Matcher matcher = what.matcher(element);
        for (int i = 0; i < element.length(); ) {
            if (matcher.region(i, element.length()).lookingAt()) {
                return true;
            }
            i = element.charAt(i) == '(' ? SqlText.closing(element, i) + 1 : SqlText.end(element, i);
        }
        return false;
    }
}
