package dev.fk.core.rule;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a finding is about: a table, a column, or something of a table that has columns or a name.
 *
 * @param text as messages, freeze stores and exceptions call it: {@code chat}, {@code chat.participantNo}, {@code
 *     chat(participantNo)}; the same for the same thing on every kind of server
 * @param columns the columns it is about; empty if it is about the table
 * @param name the constraint or index it is about
 */
@API(status = Status.EXPERIMENTAL)
public record Subject(QualifiedName table, List<String> columns, Optional<String> name, String text) {
    public Subject {
        columns = List.copyOf(columns);
    }

    public static Subject of(Table table) {
        return new Subject(
                table.name(), List.of(), Optional.empty(), table.name().toString());
    }

    /** A column. */
    public static Subject column(Table table, String column) {
        return new Subject(table.name(), List.of(column), Optional.empty(), table.name() + "." + column);
    }

    /** A foreign key; with its name where the table has another one on the same columns. */
    public static Subject of(Table table, ForeignKey key) {
        boolean only = table.foreignKeysOn(key.columns()).size() < 2;
        return new Subject(
                table.name(), key.columns(), key.name(), with(table, key.columns()) + (only ? "" : suffix(key.name())));
    }

    /** A constraint or index that is known by its name. */
    public static Subject named(Table table, Constraint constraint, List<String> columns) {
        return new Subject(
                table.name(),
                columns,
                constraint.name(),
                constraint.name().map(n -> table.name() + "." + n).orElse(with(table, columns)));
    }

    private static String with(Table table, List<String> columns) {
        return table.name() + "(" + String.join(", ", columns) + ")";
    }

    private static String suffix(Optional<String> name) {
        return name.map(n -> " [" + n + "]").orElse("");
    }

    /**
     * Whether this is what is meant: the table, one of the columns as {@code table.column}, the constraint or index as
     * {@code table.name}, or the text itself. A star stands for any letters.
     */
    public boolean is(String meant) {
        String letters = Stream.of(meant.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        Pattern pattern = Pattern.compile(letters, Pattern.DOTALL);
        return Stream.of(
                        Stream.of(text, table.toString()),
                        columns.stream().map(c -> table + "." + c),
                        name.stream().map(n -> table + "." + n))
                .flatMap(s -> s)
                .anyMatch(s -> pattern.matcher(s).matches());
    }

    @Override
    public String toString() {
        return text;
    }
}
