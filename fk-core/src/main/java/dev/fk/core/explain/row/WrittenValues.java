package dev.fk.core.explain.row;

import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The values that an INSERT into a table, or an UPDATE of it, says itself. */
@API(status = Status.INTERNAL)
public record WrittenValues(Situation situation, Table table) {
    private static final String NULL = "NULL";
    private static final Pattern NUMBER =
            Pattern.compile("(?:0[xX]\\p{XDigit}+|-?\\s*(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)(?![\\w.])");

    /** The values of the row that refers to nothing; none unless it is surely one of them and which one is to be seen. */
    public List<String> orphan(ForeignKey key, Table parent) {
        RowSql rowSql = new RowSql(situation);
        List<Map<String, String>> rows = rows();
        boolean said =
                !rows.isEmpty() && rows.stream().allMatch(row -> row.keySet().containsAll(key.columns()));
        List<List<String>> orphans = said
                ? rows.stream()
                        .map(row -> key.columns().stream()
                                .map(row::get)
                                .map(Objects::requireNonNull)
                                .toList())
                        .filter(values -> !values.contains(NULL))
                        .distinct()
                        .filter(values ->
                                rowSql.isSurelyNone(parent, rowSql.hasValues(key.referencedColumns(), values)))
                        .toList()
                : List.of();
        return orphans.size() == 1 ? List.of(RowSql.values(key.columns(), orphans.get(0))) : List.of();
    }

    /** Literals by column; what is none is left out. */
    public List<Map<String, String>> rows() {
        return switch (situation.statement().kind()) {
            case INSERT -> inserted();
            case UPDATE -> List.of(assigned());
            default -> List.of();
        };
    }

    private List<Map<String, String>> inserted() {
        String rest = situation.restBehindTable();
        Cursor at = situation.behindTable();
        List<String> columns = at.peek().isSign("(") ? situation.columns(table, at.names()) : table.columnNames();
        List<Map<String, String>> rows = new ArrayList<>();
        if (at.accept("VALUES") || at.accept("VALUE")) {
            do {
                rows.add(inserted(columns, at.parts(), rest));
            } while (at.acceptSign(","));
        }
        return rows;
    }

    private static Map<String, String> inserted(List<String> columns, List<Cursor> parts, String sql) {
        Map<String, String> literals = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), parts.size()); i++) {
            Optional<String> literal = literal(parts.get(i), sql);
            if (literal.isPresent() && parts.get(i).atEnd()) {
                literals.put(columns.get(i), literal.get());
            }
        }
        return literals;
    }

    private Map<String, String> assigned() {
        String rest = situation.statement().rest();
        Cursor at = cursor(rest);
        Map<String, String> literals = new LinkedHashMap<>();
        boolean more = at.accept("SET");
        while (more) {
            Optional<Token> column = at.name();
            Optional<String> literal = at.acceptSign("=") ? literal(at, rest) : Optional.empty();
            more = at.acceptSign(",");
            if (column.isPresent() && literal.isPresent() && (more || at.peek().is("WHERE") || at.atEnd())) {
                literals.put(situation.column(table, column.get()), literal.get());
            }
        }
        return literals;
    }

    private Cursor cursor(String sql) {
        return new Cursor(situation.tokens(sql));
    }

    /** What comes next, if it is a number, a string or NULL. */
    private static Optional<String> literal(Cursor at, String sql) {
        Token first = at.peek();
        Matcher number = NUMBER.matcher(sql).region(first.start(), sql.length());
        if (!first.isName() && number.lookingAt()) {
            while (!at.atEnd() && at.peek().start() < number.end()) {
                at.next();
            }
            return Optional.of(number.group());
        }
        at.next();
        return first.is(NULL)
                ? Optional.of(NULL)
                : Optional.of(sql.substring(first.start(), first.end()).strip())
                        .filter(l -> first.kind() == Token.Kind.STRING);
    }
}
