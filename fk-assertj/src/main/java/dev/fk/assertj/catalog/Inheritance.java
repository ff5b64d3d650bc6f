package dev.fk.assertj.catalog;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a table has from those which it is a part of, a partition or a child. PostgreSQL lets it be changed there only
 * (42P16; measured on 15 and 18).
 */
record Inheritance(Snapshot snapshot) {
    /** The first change of something inherited. */
    Optional<String> objection(List<Change> changes) {
        return changes.stream().flatMap(c -> objection(c).stream()).findFirst();
    }

    private Optional<String> objection(Change change) {
        Schema own = snapshot.schema();
        List<QualifiedName> parents = own.table(change.subject())
                .map(snapshot.database().dialect()::parents)
                .orElse(List.of());
        return parents.isEmpty() || !(isOfConstraint(change) || isOfColumn(change, parents))
                ? Optional.empty()
                : Optional.of(change.subject() + " has it from "
                        + parents.stream().map(QualifiedName::toString).collect(Collectors.joining(" and "))
                        + ", of which it is a part: only there can it be changed");
    }

    private boolean isOfConstraint(Change change) {
        DropOf drop = new DropOf(change.subject());
        Optional<Table> own = snapshot.schema().table(change.subject());
        return snapshot.inForce().schema().table(change.subject()).stream()
                .flatMap(Table::constraints)
                .filter(c -> own.stream().flatMap(Table::constraints).noneMatch(c::equals))
                .anyMatch(c -> c.accept(drop).equals(change) || altered(change).anyMatch(c::equals));
    }

    private static Stream<Constraint> altered(Change change) {
        if (change instanceof Change.AlterForeignKey alter) {
            return Stream.of(alter.from());
        }
        return change instanceof Change.AlterCheck alter ? Stream.of(alter.from()) : Stream.empty();
    }

    /** Defaults and NOT NULL can be a partition's own. */
    private boolean isOfColumn(Change change, List<QualifiedName> parents) {
        Optional<Column> column = Optional.empty();
        if (change instanceof Change.DropColumn drop) {
            column = Optional.of(drop.column());
        } else if (change instanceof Change.AlterColumn alter
                && !alter.from().type().equals(alter.to().type())) {
            column = Optional.of(alter.from());
        }
        return column.filter(c -> parents.stream()
                        .flatMap(p -> snapshot.schema().table(p).stream())
                        .anyMatch(p -> p.column(c.name()).isPresent()))
                .isPresent();
    }
}
