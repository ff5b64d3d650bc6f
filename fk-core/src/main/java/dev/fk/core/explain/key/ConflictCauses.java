package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns behind ON CONFLICT of PostgreSQL that no key makes unique. */
record ConflictCauses(Situation situation) {
    List<Explanation> find() {
        return situation.reported().contains(Cause.KEY_MISSING)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> explanation(t).stream())
                        .toList()
                : List.of();
    }

    private Optional<Explanation> explanation(Table table) {
        Cursor at = situation.behindTable();
        while (!at.atEnd() && !at.accept("ON", "CONFLICT")) {
            at.next();
        }
        List<Token> words = at.names();
        List<String> columns = situation.columns(table, words);
        if (columns.isEmpty() || columns.stream().anyMatch(c -> table.column(c).isEmpty())) {
            return Optional.empty();
        }
        List<String> rows = new RowSql(situation).told(table, columns);
        UniqueKey key = new UniqueKey(Optional.empty(), columns, Deferrability.NOT_DEFERRABLE, Options.none());
        List<Sql> added = situation.ddl(new Change.AddUniqueKey(table.name(), key));
        String keys = Stream.concat(
                        table.primaryKey().stream().map(Described::of),
                        table.uniqueKeys().stream().map(k -> Described.of(k)))
                .collect(Collectors.joining(", "));
        String names = String.join(", ", columns);
        return Optional.of(Explanation.of(
                        Cause.KEY_MISSING,
                        "ON CONFLICT (" + names + ") asks for a key of " + table.name()
                                + " over these columns, and there is none",
                        "Make (" + names + ") unique, or name the columns of a key that is there.",
                        rows.isEmpty() ? Fix.before(added) : Fix.none())
                .seen(List.of(table.name() + " has " + (keys.isEmpty() ? "no key at all" : keys)))
                .seen(new UniqueIndexes(table).unreferenceable(columns))
                .seen(rows));
    }
}
