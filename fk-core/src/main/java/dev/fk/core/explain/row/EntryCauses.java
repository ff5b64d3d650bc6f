package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts that are too long for an entry of an index of PostgreSQL; how long one may be, the server says. */
record EntryCauses(Situation situation) {
    private static final String TOO_LONG = "54000";

    /** Where PostgreSQL 15 and 18 refuse a row that is longer than a page, with the same state. */
    private static final String OF_TABLES = "hio.c";

    List<Explanation> find() {
        Optional<Long> limit = limit();
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        return limit.isEmpty() || table.isEmpty()
                ? List.of()
                : indexed(table.get())
                        .distinct()
                        .map(columns -> explanation(table.get(), columns, limit.get()))
                        .toList();
    }

    /** The words have the size and the limit, and maybe the version of the index. */
    private Optional<Long> limit() {
        boolean meant = situation.error().state().equals(TOO_LONG)
                && !situation.error().fields().file().equals(OF_TABLES);
        return situation.error().numbers().stream()
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .filter(n -> meant)
                .findFirst();
    }

    /** The columns of a new index, or of the one that the server names. */
    private Stream<List<String>> indexed(Table table) {
        Stream<List<String>> added =
                situation.statement().clauses(Clause.Key.class).map(k -> situation.columns(table, k.columns()));
        List<List<String>> named = table.constraints()
                .filter(c -> c.name().filter(situation::says).isPresent())
                .map(EntryCauses::columns)
                .toList();
        boolean unsaid = situation.statement().changesRows() && named.isEmpty();
        return Stream.of(added, named.stream(), unsaid ? overTexts(table) : Stream.<List<String>>of())
                .flatMap(s -> s)
                .filter(c -> !c.isEmpty());
    }

    private static List<String> columns(Constraint constraint) {
        return constraint instanceof Index index ? index.leadingColumns() : KeyColumns.of(constraint);
    }

    /** Of an entry beyond a whole page PostgreSQL 18 does not say which index it is for. */
    private static Stream<List<String>> overTexts(Table table) {
        return table.constraints().map(EntryCauses::columns).filter(columns -> columns.stream()
                .flatMap(c -> table.column(c).stream())
                .anyMatch(c -> c.type() instanceof DataType.Text));
    }

    private Explanation explanation(Table table, List<String> columns, long limit) {
        List<Column> texts = columns.stream()
                .flatMap(c -> table.column(c).stream())
                .filter(c -> c.type().isText())
                .toList();
        List<String> seen = situation.statement().changesRows()
                ? List.of()
                : texts.stream().flatMap(c -> longest(table, c).stream()).toList();
        String names = String.join(", ", columns);
        return Explanation.of(
                        Cause.VALUES_UNFIT,
                        "An entry of an index over (" + names + ") of " + table.name() + " would be longer than the "
                                + limit + " bytes that " + situation.server() + " has for one",
                        "Index what is shorter, such as left(" + names + ", 200), or md5(" + names
                                + ") where it is only to be unique or found as a whole.",
                        Fix.none())
                .seen(seen);
    }

    private List<String> longest(Table table, Column column) {
        String quoted = situation.diagnosis().quote(column.name());
        return situation
                .look()
                .rows(new Sql("SELECT MAX(OCTET_LENGTH(" + quoted + ")) FROM "
                        + situation.diagnosis().quote(table.name())))
                .stream()
                .map(row -> "longest " + column.name() + ": " + row.get(0) + " bytes")
                .toList();
    }
}
