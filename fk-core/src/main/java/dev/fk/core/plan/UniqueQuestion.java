package dev.fk.core.plan;

import dev.fk.core.dialect.Exclusivity;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Uniqueness;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which rows a new key, unique index or exclusion constraint would not let be beside each other. */
final class UniqueQuestion {
    private final RowRules rules;
    private final TableRows rows;

    UniqueQuestion(RowRules rules, TableRows rows) {
        this.rules = rules;
        this.rows = rows;
    }

    /** What is unique: the parts of a key or index, and for which rows. */
    private record Key(List<IndexPart> parts, Options options, Optional<String> where) {
        static Optional<Key> of(Constraint constraint) {
            if (constraint instanceof PrimaryKey key) {
                return Optional.of(new Key(parts(key.columns()), key.options(), Optional.empty()));
            }
            if (constraint instanceof UniqueKey key) {
                return Optional.of(new Key(parts(key.columns()), key.options(), Optional.empty()));
            }
            return constraint instanceof Index index && index.unique()
                    ? Optional.of(new Key(
                            index.parts(), index.options(), index.where().map(w -> w.sql())))
                    : Optional.empty();
        }

        private static List<IndexPart> parts(List<String> names) {
            return names.stream().map(IndexPart::column).toList();
        }
    }

    /** The columns and expressions that a constraint makes unique; none if it does not. */
    static List<String> columns(Constraint constraint) {
        return Key.of(constraint).stream()
                .flatMap(k -> k.parts().stream())
                .map(IndexPart::text)
                .toList();
    }

    /** Absent where the constraint makes nothing unique, or only trying can tell. */
    Optional<DataCheck> of(Constraint constraint) {
        Optional<Exclusivity> exclusive = rules.exclusivity(rows.now(), constraint);
        return exclusive.isPresent()
                ? exclusive.flatMap(this::conflicts)
                : Key.of(constraint).flatMap(this::duplicates);
    }

    private Optional<DataCheck> conflicts(Exclusivity exclusive) {
        boolean there = rows.areAsStored(exclusive.columns(), rules)
                && rows.live().filter(t -> t.name().equals(rows.now().name())).isPresent();
        return Optional.of(exclusive).filter(x -> there).map(x -> DataQuestion.ofStored(rules, rows, x.columns())
                .rows(
                        "FK310",
                        x.columns(),
                        Optional.of(x.condition()),
                        Optional.empty(),
                        "that " + x.rule() + " refuses",
                        "Change or delete one of each two rows that exclude each other, or leave the constraint out."));
    }

    private Optional<DataCheck> duplicates(Key key) {
        boolean known = key.parts().stream()
                        .allMatch(p -> p.isExpression() ? rows.knowsAllIn(p.text()) : rows.knows(List.of(p.text())))
                && key.where().stream().allMatch(rows::knowsAllIn);
        Optional<Uniqueness> unique = rules.uniqueness(rows.now(), key.parts(), key.options());
        List<String> columns = Stream.concat(
                        key.parts().stream()
                                .flatMap(p ->
                                        p.isExpression() ? rows.mentionedIn(p.text()).stream() : Stream.of(p.text())),
                        key.where().stream().flatMap(w -> rows.mentionedIn(w).stream()))
                .toList();
        return unique.filter(u -> known).map(u -> new DataQuestion(rules, rows, Extent.ALONE, columns)
                .duplicates(
                        "FK304",
                        key.parts(),
                        u,
                        key.where(),
                        "Change or delete all rows but one of each, or leave the values as not unique."));
    }
}
