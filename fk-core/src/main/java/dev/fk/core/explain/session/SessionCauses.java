package dev.fk.core.explain.session;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What the session itself still does with a table that a statement of PostgreSQL wants for itself. */
@API(status = Status.INTERNAL)
public record SessionCauses(Situation situation) {
    private static final Fix AT_ONCE = Fix.before(List.of(new Sql("SET CONSTRAINTS ALL IMMEDIATE")));

    public List<Explanation> find() {
        Optional<Table> table = situation.reported().contains(Cause.BUSY_IN_SESSION)
                ? situation.statement().table().flatMap(situation::table)
                : Optional.empty();
        String said = situation.error().message();
        return table.stream()
                .flatMap(t -> said.contains("pending trigger events")
                        ? List.of(pending(t)).stream()
                        : said.contains("active queries") ? List.of(read(t)).stream() : Stream.of(either(t)))
                .toList();
    }

    private Explanation pending(Table table) {
        List<Owned> keys = situation.foreignKeys().stream()
                .filter(o ->
                        o.table().equals(table) || o.key().referencedTable().equals(table.name()))
                .filter(o -> o.key().deferrability() != Deferrability.NOT_DEFERRABLE)
                .toList();
        return Explanation.of(
                Cause.BUSY_IN_SESSION,
                "Rows of " + table.name() + " were changed in this transaction, and "
                        + (keys.isEmpty() ? "triggers wait" : "deferred foreign keys wait")
                        + " for its end to look at them"
                        + (keys.isEmpty() ? "" : ": " + Situation.list(keys)),
                "Let them look now, as here, or commit before the statement.",
                AT_ONCE);
    }

    /** The server says which in a language of its own. */
    private Explanation either(Table table) {
        return Explanation.of(
                Cause.BUSY_IN_SESSION,
                "This session still has to do with " + table.name()
                        + ": triggers wait for the end of the transaction, as deferred foreign keys do, or a ResultSet or cursor"
                        + " over it is open",
                "Close what is open, and commit before the statement.",
                Fix.none());
    }

    private static Explanation read(Table table) {
        return Explanation.of(
                Cause.BUSY_IN_SESSION,
                "This connection still reads rows of " + table.name() + ": a ResultSet or cursor over it is open",
                "Close it before the statement, or read all rows first.",
                Fix.none());
    }
}
