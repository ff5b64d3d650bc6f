package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a part from becoming a table of its own: it is none, or rows refer to what is in it. */
record DetachmentCauses(Situation situation) {
    List<Explanation> find() {
        Optional<Table> whole = situation.statement().table().flatMap(situation::table);
        return situation
                .statement()
                .clauses(Clause.Detach.class)
                .flatMap(d -> whole.stream().flatMap(w -> about(w, d)))
                .toList();
    }

    private Stream<Explanation> about(Table whole, Clause.Detach clause) {
        Optional<Table> part = situation.table(clause.part());
        if (part.isEmpty() || !situation.dialect().parents(part.get()).contains(whole.name())) {
            return Stream.of(noPart(whole, clause));
        }
        return situation.reported().contains(Cause.ROWS_REFERENCED)
                ? situation.referencing(whole.name()).stream().flatMap(o -> referenced(whole, part.get(), o).stream())
                : Stream.of();
    }

    private Explanation noPart(Table whole, Clause.Detach clause) {
        List<String> parts = situation.schema().tables().values().stream()
                .filter(t -> situation.dialect().parents(t).contains(whole.name()))
                .map(Table::name)
                .map(QualifiedName::name)
                .toList();
        return situation.replaced(
                Cause.TABLE_MISSING,
                whole.name() + " has no part " + situation.name(clause.part()),
                clause.part().name(),
                Meant.near(clause.part().name(), parts),
                "parts of " + whole.name() + ": " + (parts.isEmpty() ? "none" : String.join(", ", parts)));
    }

    private Optional<Explanation> referenced(Table whole, Table part, Owned owned) {
        RowSql rows = new RowSql(situation);
        String refers = rows.refersTo(owned.table(), owned.key(), part);
        long number = rows.number(owned.table(), refers);
        return number == 0
                ? Optional.empty()
                : Optional.of(Explanation.of(
                                Cause.ROWS_REFERENCED,
                                "Rows of " + owned.named() + " refer to rows of " + part.name()
                                        + ", which would be none of " + whole.name() + " any more",
                                "Let them refer to rows of other parts, or take them away first.",
                                Fix.none())
                        .seen(rows.seen(owned.table(), owned.key().columns(), refers, number, "with such a value")));
    }
}
