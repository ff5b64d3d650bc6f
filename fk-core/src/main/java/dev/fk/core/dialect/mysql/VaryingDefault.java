package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A default that is another value in each row, or on each server. MySQL 8.0.33 and 9.7.4 take it in CREATE TABLE and refuse to
 * add a column with it (1674), without a binary log and to an empty table as well; MariaDB 10.11.18 adds it.
 */
final class VaryingDefault {
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'|`[^`]*`|\"[^\"]*\"");
    private static final Pattern FUNCTION = Pattern.compile(
            "\\b(?:(?:uuid|uuid_short|rand|random_bytes|sysdate|user|session_user|system_user)\\s*\\(|current_user\\b)");

    private VaryingDefault() {}

    static List<Objection> of(QualifiedName table, Column column) {
        return function(column).stream()
                .map(function -> new Objection(
                        "FK228",
                        List.of(column.name()),
                        table + "." + column.name() + " is a new column whose default has " + function
                                + ", which MySQL refuses to add to a table that is there (1674)",
                        "Add it nullable and without a default, fill it (UPDATE " + Identifiers.quote(table) + " SET "
                                + Identifiers.quote(column.name()) + " = "
                                + ((Generation.Default) column.generation())
                                        .expression()
                                        .sql()
                                + "), then give it the default."))
                .toList();
    }

    /** Changing a row would change its columns ON UPDATE CURRENT_TIMESTAMP as well, were they not told to stay. */
    static Optional<Sql> filling(Table table, Column column) {
        if (function(column).isEmpty()) {
            return Optional.empty();
        }
        String value = ((Generation.Default) column.generation()).expression().sql();
        String staying = table.columns().stream()
                .filter(c -> c.options().has(CanonicalColumn.ON_UPDATE))
                .map(c -> Identifiers.quote(c.name()))
                .map(c -> ", " + c + " = " + c)
                .collect(Collectors.joining());
        return Optional.of(new Sql("UPDATE " + Identifiers.quote(table.name()) + " SET "
                + Identifiers.quote(column.name()) + " = " + value + staying));
    }

    private static Optional<String> function(Column column) {
        if (!(column.generation() instanceof Generation.Default value)) {
            return Optional.empty();
        }
        String words =
                TEXT.matcher(value.expression().sql().toLowerCase(Locale.ROOT)).replaceAll("''");
        Matcher found = FUNCTION.matcher(words);
        return found.find() ? Optional.of(found.group().replaceAll("\\s*\\($", "") + "()") : Optional.empty();
    }
}
