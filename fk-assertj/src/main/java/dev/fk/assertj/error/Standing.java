package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.diff.ConstraintText;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What stands on a column or key that should go. No fix takes it along: what becomes of it is for people to decide, and the
 * server would refuse, or do it without a word.
 */
record Standing(TableView view) {
    /** Why nothing is offered that drops the column; empty if nothing stands on it. */
    Optional<Remedy> on(Column column) {
        MentionsColumn mentions = new MentionsColumn(column.name());
        List<String> found = new ArrayList<>();
        view.table().ifPresent(t -> {
            t.columns().stream()
                    .filter(c -> !c.equals(column))
                    .filter(c -> c.generation() instanceof Generation.Computed computed
                            && mentions.in(computed.expression().sql()))
                    .forEach(c -> found.add("column " + c.name() + " " + ColumnText.of(c)));
            t.constraints().filter(c -> c.accept(mentions)).forEach(c -> found.add(told(c)));
        });
        found.addAll(references(columns -> columns.contains(column.name())));
        found.addAll(view.snapshot().usersOf(view.name(), column));
        return remedy(found);
    }

    /** The same for keys and indexes; of several the first that has something on it tells. */
    Optional<Remedy> on(Collection<? extends Constraint> constraints) {
        return constraints.stream()
                .map(Standing::columnsOf)
                .filter(columns -> !columns.isEmpty())
                .flatMap(columns -> remedy(references(there -> Set.copyOf(there).equals(columns))).stream())
                .findFirst();
    }

    /** The foreign keys of any schema that reference such columns of the table. */
    private List<String> references(Predicate<List<String>> columns) {
        return view.snapshot().whole().table(view.name()).referencedBy().stream()
                .flatMap(t -> t.foreignKeys().stream()
                        .filter(f -> f.referencedTable().equals(view.name()))
                        .filter(f -> columns.test(f.referencedColumns()))
                        .map(f -> told(t, f)))
                .toList();
    }

    private static String told(Constraint constraint) {
        String text = ConstraintText.of(constraint) + Names.tag("      ", constraint);
        return constraint instanceof ForeignKey ? "FOREIGN KEY " + text : text;
    }

    private static String told(TableView table, ForeignKey key) {
        return "FOREIGN KEY of " + table.name() + " " + ConstraintText.of(key) + Names.tag("      ", key);
    }

    private static Optional<Remedy> remedy(List<String> standing) {
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(Remedy.impossible("what stands on it has to go first, or be changed:\n  "
                        + String.join("\n  ", standing.stream().distinct().toList())));
    }

    /** Of what a foreign key can stand on; empty for the rest. */
    private static Set<String> columnsOf(Constraint constraint) {
        Stream<String> columns = Stream.empty();
        if (constraint instanceof PrimaryKey key) {
            columns = key.columns().stream();
        } else if (constraint instanceof UniqueKey key) {
            columns = key.columns().stream();
        } else if (constraint instanceof Index index && index.unique()) {
            columns = index.leadingColumns().stream();
        }
        return Set.of(columns.toArray(String[]::new));
    }
}
