package dev.fk.core.rule;

import dev.fk.core.schema.ForeignKey;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The foreign keys that a rule is about. Immutable. */
@API(status = Status.EXPERIMENTAL)
public final class ForeignKeys {
    private final Selection<ForeignKey> selection;

    ForeignKeys(Selection<ForeignKey> selection) {
        this.selection = selection;
    }

    static ForeignKeys all() {
        return new ForeignKeys(
                new Selection<>("foreign keys", Member::foreignKeys, m -> Subject.of(m.table(), m.value())));
    }

    /** Only those; said twice, those for which both are so. */
    public ForeignKeyWords<ForeignKeys> that() {
        return trait -> new ForeignKeys(selection.narrowed(trait));
    }

    /** Only those that have this trait. */
    public ForeignKeys that(Trait<ForeignKey> trait) {
        return that().satisfy(trait);
    }

    /** And only those. */
    public ForeignKeyWords<ForeignKeys> and() {
        return that();
    }

    /** And those as well. */
    public ForeignKeyWords<ForeignKeys> or() {
        return trait -> new ForeignKeys(selection.widened(trait));
    }

    /** What is demanded of them. */
    public ForeignKeyWords<Rule> should() {
        return selection::demanding;
    }

    /** What is demanded of them. */
    public Rule should(Trait<ForeignKey> trait) {
        return selection.demanding(trait);
    }

    /** What must not be so. */
    public ForeignKeyWords<Rule> shouldNot() {
        return trait -> selection.demanding(trait.negated());
    }
}
