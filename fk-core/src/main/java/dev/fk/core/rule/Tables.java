package dev.fk.core.rule;

import dev.fk.core.schema.Table;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The tables that a rule is about. Immutable. */
@API(status = Status.EXPERIMENTAL)
public final class Tables {
    private final Selection<Table> selection;

    Tables(Selection<Table> selection) {
        this.selection = selection;
    }

    static Tables all() {
        return new Tables(new Selection<>("tables", Member::tables, m -> Subject.of(m.table())));
    }

    /** Only those; said twice, those for which both are so. */
    public TableWords<Tables> that() {
        return trait -> new Tables(selection.narrowed(trait));
    }

    /** Only those that have this trait. */
    public Tables that(Trait<Table> trait) {
        return that().satisfy(trait);
    }

    /** And only those. */
    public TableWords<Tables> and() {
        return that();
    }

    /** And those as well. */
    public TableWords<Tables> or() {
        return trait -> new Tables(selection.widened(trait));
    }

    /** What is demanded of them. */
    public TableWords<Rule> should() {
        return selection::demanding;
    }

    /** What is demanded of them. */
    public Rule should(Trait<Table> trait) {
        return selection.demanding(trait);
    }

    /** What must not be so. */
    public TableWords<Rule> shouldNot() {
        return trait -> selection.demanding(trait.negated());
    }
}
