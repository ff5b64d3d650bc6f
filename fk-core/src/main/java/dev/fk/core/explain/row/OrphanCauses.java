package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The rows that a foreign key refuses which is added, or looked after at last, and where there are rows like those they miss. */
@API(status = Status.INTERNAL)
public record OrphanCauses(Situation situation, Table table) {
    public List<Explanation> find() {
        return Stream.concat(
                        situation.statement().clauses(Clause.References.class).flatMap(r -> added(r).stream()),
                        situation.statement().clauses(Clause.Validation.class).flatMap(v -> table.foreignKeys().stream()
                                .filter(k ->
                                        k.name().filter(v.name().text()::equals).isPresent())
                                .flatMap(k -> about(k, Optional.empty()).stream())))
                .toList();
    }

    private List<Explanation> added(Clause.References clause) {
        List<String> columns = situation.columns(table, clause.columns());
        List<String> referenced = situation.schema().table(situation.parent(clause)).stream()
                .flatMap(p -> (clause.referenced().isEmpty()
                                ? p.primaryKey().map(PrimaryKey::columns).orElse(List.of())
                                : situation.columns(p, clause.referenced()))
                        .stream())
                .toList();
        return columns.isEmpty()
                        || columns.size() != referenced.size()
                        || !table.columnNames().containsAll(columns)
                ? List.of()
                : about(situation.key(clause, columns, referenced), Optional.of(clause));
    }

    /** Of a key that is not there yet. */
    public List<Explanation> about(ForeignKey key) {
        return about(key, Optional.empty());
    }

    private List<Explanation> about(ForeignKey key, Optional<Clause.References> clause) {
        List<Explanation> found = new ArrayList<>();
        situation
                .schema()
                .table(key.referencedTable())
                .flatMap(p -> orphans(key, p, clause))
                .ifPresent(found::add);
        partlyNull(key).ifPresent(found::add);
        return found;
    }

    private Optional<Explanation> orphans(ForeignKey key, Table parent, Optional<Clause.References> clause) {
        RowSql rows = new RowSql(situation);
        String orphaned = rows.isOrphan(table, key, parent);
        long number = rows.number(table, orphaned);
        if (number == 0) {
            return Optional.empty();
        }
        List<Sql> detached = rows.detach(table, key, orphaned);
        Explanation plain = Explanation.of(
                        Cause.ORPHANS,
                        "Rows of " + new Owned(table, key).text() + " refer to rows of " + parent.name() + "("
                                + String.join(", ", key.referencedColumns()) + ") that do not exist",
                        "Correct them, add what they refer to, or " + detaching(detached),
                        Fix.before(detached))
                .seen(rows.seen(table, key.columns(), orphaned, number, "without a row in " + parent.name()));
        return Optional.of(elsewhere(plain, key, parent, number, clause));
    }

    private static String detaching(List<Sql> detached) {
        return detached.get(0).text().startsWith("DELETE")
                ? "delete them, as here."
                : "let them refer to nothing, as here.";
    }

    /** What they refer to may be in a table that inherits from the parent, or in another part of the table it is a part of. */
    private Explanation elsewhere(
            Explanation plain, ForeignKey key, Table parent, long missing, Optional<Clause.References> clause) {
        List<Table> heirs = situation.heirs(parent);
        boolean part = situation.dialect().isPartition(parent);
        if (heirs.isEmpty() && !part) {
            return plain;
        }
        QualifiedName all = part ? situation.dialect().parents(parent).get(0) : parent.name();
        RowSql rows = new RowSql(situation);
        long nowhere = rows.number(table, rows.isOrphanOfAll(table, key, all));
        if (nowhere == missing) {
            return plain;
        }
        String names = heirs.stream().map(t -> t.name().toString()).collect(Collectors.joining(", "));
        String where =
                part ? "other parts of " + all : "tables that inherit from " + parent.name() + " (" + names + ")";
        Fix whole = clause.filter(c -> part && nowhere == 0)
                .map(c -> Fix.instead(situation
                        .statement()
                        .with(
                                new Clause.Span(c.parent().start(), c.parent().end()),
                                situation.diagnosis().quote(all))))
                .orElse(Fix.none());
        return Explanation.of(
                        plain.cause(),
                        plain.fact(),
                        part
                                ? "Reference " + all + ", which has them all."
                                : "A foreign key sees the rows of " + parent.name()
                                        + " alone: reference the table that they" + " are in, or have them in "
                                        + parent.name() + ".",
                        whole)
                .seen(plain.evidence())
                .seen(List.of("in " + where + ": " + (missing - nowhere) + " of them"));
    }

    private Optional<Explanation> partlyNull(ForeignKey key) {
        if (key.match() != MatchType.FULL
                || key.columns().size() < 2
                || !situation.reported().contains(Cause.PARTLY_NULL)) {
            return Optional.empty();
        }
        RowSql rows = new RowSql(situation);
        List<String> seen = rows.seen(table, key.columns(), rows.isPartlyNull(key), "with NULL in a part of them");
        List<Sql> detached = rows.detach(table, key, rows.isPartlyNull(key));
        return Optional.of(Explanation.of(
                                Cause.PARTLY_NULL,
                                "Rows of " + new Owned(table, key).text()
                                        + " are NULL in a part of the columns, which MATCH FULL refuses",
                                "Fill the others, leave MATCH FULL out, or " + detaching(detached),
                                Fix.before(detached))
                        .seen(seen))
                .filter(e -> seen.size() > 1);
    }
}
