package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Width;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What takes more room than a key, a row or a text of MySQL and MariaDB has; how much that is, the server says. */
record WidthCauses(Situation situation) {
    private static final int KEY_TOO_LONG = 1071;
    private static final int ROW_TOO_LONG = 1118;
    private static final int COLUMN_TOO_LONG = 1074;
    private static final long ROW = 65535;
    private static final Pattern PREFIX = Pattern.compile("^\\s*\\(\\s*(\\d+)\\s*\\)");
    private static final int SHOWN = 5;

    /** A column in a key, or the beginning of it. */
    private record Part(Token word, Column column, Width width) {}

    List<Explanation> find() {
        Optional<Table> table = situation.reported().contains(Cause.TABLE_NOT_POSSIBLE)
                ? new Subject(situation).table()
                : Optional.empty();
        Optional<Long> limit = situation.error().numbers().stream().max(Comparator.naturalOrder());
        if (table.isEmpty() || limit.isEmpty()) {
            return List.of();
        }
        return switch (situation.error().code()) {
            case KEY_TOO_LONG -> keys(table.get(), limit.get());
            // InnoDB says the same of what it can have in one of its pages, by a smaller number
            case ROW_TOO_LONG -> limit.get() >= ROW ? row(table.get(), limit.get()) : List.of();
            case COLUMN_TOO_LONG -> column(table.get(), limit.get());
            default -> List.of();
        };
    }

    private Optional<Width> width(Column column, Table table) {
        return situation.diagnosis().width(column, table);
    }

    private List<Explanation> keys(Table table, long limit) {
        List<Explanation> found = new ArrayList<>();
        for (Clause.Key key : situation.statement().clauses(Clause.Key.class).toList()) {
            List<Part> parts = key.columns().stream()
                    .flatMap(w -> table
                            .column(situation.column(table, w))
                            .flatMap(c -> width(c, table).map(width -> new Part(w, c, beginning(w, width))))
                            .stream())
                    .toList();
            String name = key.primary() ? "the primary key (" : key.unique() ? "the unique key (" : "the index (";
            explained(
                            table,
                            name + key.columns().stream().map(Token::text).collect(Collectors.joining(", ")) + ")",
                            parts,
                            limit,
                            !key.unique())
                    .ifPresent(found::add);
        }
        situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.key() || d.unique())
                .flatMap(d -> table.column(situation.column(table, d.name())).stream())
                .forEach(c -> there(table, "the key (" + c.name() + ")", List.of(IndexPart.column(c.name())), limit)
                        .ifPresent(found::add));
        if (found.isEmpty()) {
            table.indexes().stream()
                    .filter(i -> i.name().isPresent())
                    .flatMap(i -> there(table, Described.of(i), i.parts(), limit).stream())
                    .forEach(found::add);
            Stream.<Constraint>concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                    .flatMap(k -> there(table, Described.of(k), whole(KeyColumns.of(k)), limit).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private static List<IndexPart> whole(List<String> columns) {
        return columns.stream().map(IndexPart::column).toList();
    }

    /** A key that stays as it is, over a column that grows. */
    private Optional<Explanation> there(Table table, String key, List<IndexPart> parts, long limit) {
        List<Part> known = parts.stream()
                .flatMap(p -> table.column(p.text()).stream()
                        .flatMap(c -> width(c, table)
                                .map(w -> new Part(
                                        new Token(Token.Kind.WORD, c.name(), c.name(), 0, 0),
                                        c,
                                        new Width(p.prefixLength().orElse((int) w.units()), w.bytes())))
                                .stream()))
                .toList();
        return explained(table, key, known, limit, false);
    }

    /** {@code l(100)} indexes only so many characters. */
    private Width beginning(Token word, Width whole) {
        return prefix(word)
                .map(m -> new Width(Long.parseLong(m.group(1)), whole.bytes()))
                .orElse(whole);
    }

    private Optional<MatchResult> prefix(Token word) {
        return PREFIX.matcher(situation.statement().sql().substring(word.end()))
                .results()
                .findFirst();
    }

    private Optional<Explanation> explained(Table table, String key, List<Part> parts, long limit, boolean shortens) {
        long total = parts.stream().mapToLong(p -> p.width().total()).sum();
        if (total <= limit) {
            return Optional.empty();
        }
        Optional<Part> longest =
                parts.stream().max(Comparator.comparingLong(p -> p.width().total()));
        long rest = limit - total + longest.map(p -> p.width().total()).orElse(0L);
        Fix fix = longest.filter(
                        p -> shortens && rest >= p.width().bytes() && p.width().units() > 1)
                .map(p -> Fix.instead(situation
                        .statement()
                        .with(
                                new Clause.Span(
                                        p.word().start(),
                                        p.word().end()
                                                + prefix(p.word())
                                                        .map(MatchResult::end)
                                                        .orElse(0)),
                                p.word().written() + "(" + rest / p.width().bytes() + ")")))
                .orElse(Fix.none());
        return Optional.of(Explanation.of(
                        Cause.TABLE_NOT_POSSIBLE,
                        key + " of " + table.name() + " would take up to " + total + " bytes, and " + limit
                                + " are what a key of " + situation.server() + " has here",
                        shortens
                                ? "Index only the beginning of the text, as here, or make the column shorter."
                                : key.contains("index")
                                        ? "Make the column shorter, or let the index have only the beginning of the text."
                                        : "Make the column shorter; or keep a hash of the text in a generated column, and"
                                                + " let that be the key.",
                        fix)
                .seen(parts.stream().map(WidthCauses::text).toList()));
    }

    private static String text(Part part) {
        return text(part.column(), part.width());
    }

    private static String text(Column column, Width width) {
        return column.name() + ": " + (width.units() == 1 ? "" : width.units() + " × " + width.bytes() + " = ")
                + width.total() + " bytes";
    }

    private List<Explanation> row(Table table, long limit) {
        record Sized(Column column, Width width) {}
        List<Sized> columns = table.columns().stream()
                .flatMap(c -> width(c, table).map(w -> new Sized(c, w)).stream())
                .sorted(Comparator.comparingLong((Sized s) -> -s.width().total()))
                .toList();
        long total = columns.stream().mapToLong(s -> s.width().total()).sum();
        return total <= limit
                ? List.of()
                : List.of(Explanation.of(
                                Cause.TABLE_NOT_POSSIBLE,
                                "A row of " + table.name() + " could take " + total + " bytes, and " + limit
                                        + " are what one of " + situation.server() + " has",
                                "Make texts shorter, or TEXT: that takes a few bytes of a row.",
                                Fix.none())
                        .seen(columns.stream()
                                .limit(SHOWN)
                                .map(s -> text(s.column(), s.width()))
                                .toList()));
    }

    private List<Explanation> column(Table table, long limit) {
        return situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.type().isPresent())
                .flatMap(d -> table
                        .column(situation.column(table, d.name()))
                        .flatMap(c ->
                                width(c, table).filter(w -> w.units() > limit).map(w -> tooLong(table, d, c, w, limit)))
                        .stream())
                .toList();
    }

    private Explanation tooLong(
            Table table, Clause.ColumnDefinition definition, Column column, Width width, long limit) {
        String longer = longer(column.type(), width);
        boolean plain = !definition.key() && !definition.unique() && !definition.filled();
        boolean keyed = Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().map(Index::leadingColumns),
                        table.foreignKeys().stream().map(ForeignKey::columns))
                .flatMap(s -> s)
                .anyMatch(columns -> columns.contains(column.name()));
        return Explanation.of(
                Cause.TABLE_NOT_POSSIBLE,
                table.name() + "." + column.name() + " would have " + width.units()
                        + (width.bytes() == 1 ? " bytes" : " characters of up to " + width.bytes() + " bytes")
                        + ", and " + situation.server()
                        + " takes " + limit + " of them in a column of its kind",
                "Make it " + longer + ", or shorter.",
                plain && !keyed
                        ? Fix.instead(
                                situation.statement().with(definition.type().orElseThrow(), longer))
                        : Fix.none());
    }

    private static String longer(DataType type, Width width) {
        if (type instanceof DataType.Char) {
            return "VARCHAR(" + width.units() + ")";
        }
        boolean binary = type instanceof DataType.Varbinary || type instanceof DataType.Binary;
        String word = binary ? "BLOB" : "TEXT";
        return width.total() < 1L << 16 ? word : width.total() < 1L << 24 ? "MEDIUM" + word : "LONG" + word;
    }
}
