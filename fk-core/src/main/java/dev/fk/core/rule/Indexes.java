package dev.fk.core.rule;

import dev.fk.core.schema.Index;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The indexes that a rule is about. Immutable. */
@API(status = Status.EXPERIMENTAL)
public final class Indexes {
    private final Selection<Index> selection;

    Indexes(Selection<Index> selection) {
        this.selection = selection;
    }

    static Indexes all() {
        return new Indexes(new Selection<>(
                "indexes",
                Member::indexes,
                m -> Subject.named(m.table(), m.value(), m.value().leadingColumns())));
    }

    /** Only those; said twice, those for which both are so. */
    public IndexWords<Indexes> that() {
        return trait -> new Indexes(selection.narrowed(trait));
    }

    /** Only those that have this trait. */
    public Indexes that(Trait<Index> trait) {
        return that().satisfy(trait);
    }

    /** And only those. */
    public IndexWords<Indexes> and() {
        return that();
    }

    /** And those as well. */
    public IndexWords<Indexes> or() {
        return trait -> new Indexes(selection.widened(trait));
    }

    /** What is demanded of them. */
    public IndexWords<Rule> should() {
        return selection::demanding;
    }

    /** What is demanded of them. */
    public Rule should(Trait<Index> trait) {
        return selection.demanding(trait);
    }

    /** What must not be so. */
    public IndexWords<Rule> shouldNot() {
        return trait -> selection.demanding(trait.negated());
    }
}
