package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** MySQL and MariaDB (1067): the default that a column does not hold. The server says the column and not why. */
record InvalidDefaults(Situation situation) {
    private static final int INVALID_DEFAULT = 1067;
    private static final Pattern ZERO = Pattern.compile("'?(0|0000-00-00.*|\\d{4}-00-\\d{2}.*|\\d{4}-\\d{2}-00.*)'?");

    List<Explanation> find() {
        Optional<Table> table =
                situation.error().code() == INVALID_DEFAULT ? new Subject(situation).table() : Optional.empty();
        return table.stream()
                .flatMap(t -> situation
                        .statement()
                        .clauses(Clause.ColumnDefinition.class)
                        .filter(d -> situation.says(d.name().text()))
                        .flatMap(d -> t.column(situation.column(t, d.name())).stream()
                                .flatMap(c -> written(d).flatMap(w -> explanation(t, d, c, w)).stream())))
                .toList();
    }

    /** The words from DEFAULT to the end of the definition of the column. */
    private Optional<List<Token>> written(Clause.ColumnDefinition definition) {
        List<Token> words = situation.tokens().stream()
                .filter(t -> t.start() > definition.name().start())
                .toList();
        return IntStream.range(0, words.size() - 1)
                .filter(i -> words.get(i).is("DEFAULT"))
                .mapToObj(i -> words.subList(i, words.size()))
                .findFirst();
    }

    private Optional<Explanation> explanation(
            Table table, Clause.ColumnDefinition definition, Column column, List<Token> words) {
        Token value = words.get(1);
        String name = table.name() + "." + column.name();
        if (value.is("NULL")) {
            return Optional.of(invalid(
                    name + " is NOT NULL, and its default is to be NULL",
                    "Leave the default out, as here, or let the column be nullable.",
                    Fix.instead(situation
                            .statement()
                            .with(new Clause.Span(words.get(0).start(), value.end()), ""))));
        }
        if (value.is("CURRENT_TIMESTAMP") || value.is("NOW") || value.is("LOCALTIMESTAMP")) {
            return ofNow(name, column, words);
        }
        boolean day = column.type() instanceof DataType.Date
                || column.type() instanceof DataType.DateTime
                || column.type() instanceof DataType.Timestamp;
        if (day && ZERO.matcher(value.written()).matches()) {
            return Optional.of(invalid(
                    name + " would default to " + value.written()
                            + ", a date of zeros, which the sql_mode of this session refuses",
                    "Choose a day of the calendar, let the column be nullable, or leave the default out.",
                    Fix.none()));
        }
        return definition
                .literal()
                .flatMap(l -> new UnfitValues(situation).why(table, column, l))
                .map(why -> invalid(
                        why + ", so that it is no default of it",
                        "Write a default that the column holds, or give the column another type.",
                        Fix.none()));
    }

    /** With as many digits behind the second as the column has. */
    private Optional<Explanation> ofNow(String name, Column column, List<Token> words) {
        OptionalInt digits = column.type() instanceof DataType.DateTime d
                ? d.precision()
                : column.type() instanceof DataType.Timestamp t ? t.precision() : OptionalInt.empty();
        boolean dated = column.type() instanceof DataType.DateTime || column.type() instanceof DataType.Timestamp;
        boolean called = words.size() > 2 && words.get(2).isSign("(");
        int end = called
                ? words.stream()
                        .filter(w -> w.isSign(")"))
                        .findFirst()
                        .orElse(words.get(1))
                        .end()
                : words.get(1).end();
        String wanted = digits.orElse(0) == 0 ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + digits.getAsInt() + ")";
        Clause.Span span = new Clause.Span(words.get(1).start(), end);
        return Optional.of(invalid(
                name + " is " + column.type().describe() + ", and its default "
                        + situation.statement().text(span).strip()
                        + (dated ? " has another number of digits behind the second" : " is a day with a time"),
                dated
                        ? "Write as many as the column has."
                        : "Let the column have a time as well, or leave the default out.",
                dated ? Fix.instead(situation.statement().with(span, wanted)) : Fix.none()));
    }

    private static Explanation invalid(String fact, String remedy, Fix fix) {
        return Explanation.of(Cause.TABLE_NOT_POSSIBLE, fact, remedy, fix);
    }
}
