package dev.fk.assertj.catalog;

import dev.fk.core.dialect.ReplicaIdentity;
import dev.fk.core.diff.Change;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What changes do to the indexes by which replicas tell rows apart; asked of the server where they touch any. */
record Replication(Snapshot snapshot) {
    /** PostgreSQL 18.6 takes no {@code DROP NOT NULL} of a column of such an index (42P16). */
    Optional<String> objection(List<Change> changes) {
        return changes.stream()
                .filter(c -> c instanceof Change.AlterColumn alter
                        && !alter.from().nullable()
                        && alter.to().nullable())
                .map(Change.AlterColumn.class::cast)
                .flatMap(alter -> of(alter.table())
                        .filter(i -> i.columns().contains(alter.from().name()))
                        .map(i -> "replicas tell the rows of " + alter.table() + " apart by " + i.index()
                                + ", whose columns the server keeps NOT NULL")
                        .stream())
                .findFirst();
    }

    /** What goes and is not said again. */
    List<String> losses(List<Change> changes, List<Step> steps) {
        boolean saidAgain = steps.stream()
                .anyMatch(s -> s.sql().text().toUpperCase(Locale.ROOT).contains(" REPLICA IDENTITY "));
        return saidAgain
                ? List.of()
                : changes.stream().flatMap(c -> lost(c).stream()).toList();
    }

    private Optional<String> lost(Change change) {
        QualifiedName table = change.subject();
        return dropped(change)
                .flatMap(Constraint::name)
                .filter(name -> of(table).filter(i -> i.index().equals(name)).isPresent())
                .map(name -> "replicas would no longer tell the rows of " + table + " apart by " + name
                        + "; where it is published, the server then refuses UPDATE and DELETE");
    }

    private static Optional<Constraint> dropped(Change change) {
        return Stream.of(change)
                .<Constraint>flatMap(c -> c instanceof Change.DropIndex drop
                        ? Stream.of(drop.index())
                        : c instanceof Change.DropUniqueKey drop
                                ? Stream.of(drop.uniqueKey())
                                : c instanceof Change.DropPrimaryKey drop
                                        ? Stream.of(drop.primaryKey())
                                        : Stream.empty())
                .findFirst();
    }

    private Optional<ReplicaIdentity> of(QualifiedName table) {
        return snapshot.database().inquiry().replicaIdentity(table);
    }
}
