package dev.fk.core.rule;

import dev.fk.core.schema.Column;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The columns that a rule is about. Immutable. */
@API(status = Status.EXPERIMENTAL)
public final class Columns {
    private final Selection<Column> selection;

    Columns(Selection<Column> selection) {
        this.selection = selection;
    }

    static Columns all() {
        return new Columns(new Selection<>(
                "columns",
                Member::columns,
                m -> Subject.column(m.table(), m.value().name())));
    }

    /** Only those; said twice, those for which both are so. */
    public ColumnWords<Columns> that() {
        return trait -> new Columns(selection.narrowed(trait));
    }

    /** Only those that have this trait. */
    public Columns that(Trait<Column> trait) {
        return that().satisfy(trait);
    }

    /** And only those. */
    public ColumnWords<Columns> and() {
        return that();
    }

    /** And those as well. */
    public ColumnWords<Columns> or() {
        return trait -> new Columns(selection.widened(trait));
    }

    /** What is demanded of them. */
    public ColumnWords<Rule> should() {
        return selection::demanding;
    }

    /** What is demanded of them. */
    public Rule should(Trait<Column> trait) {
        return selection.demanding(trait);
    }

    /** What must not be so. */
    public ColumnWords<Rule> shouldNot() {
        return trait -> selection.demanding(trait.negated());
    }
}
