package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.name.MissingCauses;
import dev.fk.core.explain.row.OrphanCauses;
import dev.fk.core.explain.row.RowCauses;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a table from becoming a part of another, or its heir: it has to have the same columns and rules. */
record AttachmentCauses(Situation situation) {
    List<Explanation> find() {
        Optional<Table> subject = situation.statement().kind() == Statement.Kind.ALTER_TABLE
                ? situation.statement().table().flatMap(situation::table)
                : Optional.empty();
        return subject.stream()
                .flatMap(t -> Stream.concat(
                        situation.statement().clauses(Clause.Part.class).flatMap(p -> attached(t, p)),
                        situation.statement().clauses(Clause.Inherits.class).flatMap(i -> inheriting(t, i))))
                .toList();
    }

    private Stream<Explanation> attached(Table whole, Clause.Part clause) {
        Optional<Table> part = situation.table(clause.other());
        if (part.isEmpty()) {
            return new MissingCauses(situation).table(clause.other()).map(Explanation::withoutFix).stream();
        }
        List<QualifiedName> parents = situation.dialect().parents(part.get());
        if (whole.partitionedBy().isEmpty()) {
            return Stream.of(unfit(
                    whole.name() + " is not partitioned, and no table becomes partitioned that is there",
                    "Create another table with PARTITION BY, and move the rows.",
                    Fix.none()));
        }
        if (!parents.isEmpty()) {
            return Stream.of(unfit(
                    part.get().name() + " is a part of " + parents.get(0) + " already, with other bounds maybe",
                    "Detach it first.",
                    Fix.before(List.of(
                            new Sql("ALTER TABLE " + situation.diagnosis().quote(parents.get(0)) + " DETACH PARTITION "
                                    + situation.diagnosis().quote(part.get().name()))))));
        }
        return Stream.of(differences(whole, part.get()), surplus(whole, part.get()), rows(whole, part.get()))
                .flatMap(List::stream);
    }

    private Stream<Explanation> inheriting(Table heir, Clause.Inherits clause) {
        Optional<Table> parent = situation.table(clause.parent());
        return parent.isEmpty()
                ? new MissingCauses(situation).table(clause.parent()).stream()
                : differences(parent.get(), heir).stream();
    }

    private static Explanation unfit(String fact, String remedy, Fix fix) {
        return Explanation.of(Cause.PART_UNFIT, fact, remedy, fix);
    }

    private List<Explanation> differences(Table whole, Table part) {
        List<Explanation> found = new ArrayList<>();
        for (Column wanted : whole.columns()) {
            String name = part.name() + "." + wanted.name();
            Optional<Column> there = part.column(wanted.name());
            if (there.isEmpty()) {
                found.add(mended(
                        part.name() + " has no column " + wanted.name() + ", which " + whole.name() + " has",
                        "Add it, as it is there.",
                        new Change.AddColumn(part.name(), wanted, ColumnPosition.last())));
            } else if (!there.get().type().equals(wanted.type())) {
                found.add(mended(
                        name + " is " + there.get().type().describe() + ", and in " + whole.name() + " it is "
                                + wanted.type().describe(),
                        "Give it the same type.",
                        new Change.AlterColumn(
                                part.name(), there.get(), there.get().withType(wanted.type()))));
            } else if (there.get().nullable() && !wanted.nullable()) {
                found.add(mended(
                        name + " is nullable, and in " + whole.name() + " it is NOT NULL",
                        "Make it NOT NULL; where rows have NULL in it, give them a value first.",
                        new Change.AlterColumn(
                                part.name(), there.get(), there.get().notNull())));
            } else if (isComputed(there.get()) != isComputed(wanted)) {
                found.add(unfit(
                        name + " is " + (isComputed(wanted) ? "not computed" : "computed") + ", and in " + whole.name()
                                + " it is " + (isComputed(wanted) ? "" : "not"),
                        "Make it anew as it is there.",
                        Fix.none()));
            }
        }
        for (Check check : whole.checks()) {
            boolean there = part.checks().stream().anyMatch(c -> c.name().equals(check.name()));
            if (!there) {
                found.add(mended(
                        part.name() + " has no check " + check.name().orElse("") + ", which " + whole.name() + " has: "
                                + check.expression(),
                        "Add it under this name; where rows do not meet it, change them first.",
                        new Change.AddCheck(part.name(), check)));
            }
        }
        return found;
    }

    private static boolean isComputed(Column column) {
        return column.generation() instanceof Generation.Computed;
    }

    private Explanation mended(String fact, String remedy, Change change) {
        return unfit(fact, remedy, new Harmless(situation).before(List.of(change)));
    }

    private List<Explanation> surplus(Table whole, Table part) {
        return part.columns().stream()
                .filter(c -> whole.column(c.name()).isEmpty())
                .map(c -> unfit(
                        part.name() + " has a column " + c.name() + ", which " + whole.name() + " has not",
                        "Add it to " + whole.name() + ", as here, or drop it from " + part.name() + ".",
                        new Harmless(situation)
                                .before(List.of(new Change.AddColumn(whole.name(), c, ColumnPosition.last())))))
                .toList();
    }

    /** The keys and foreign keys of the whole are made on the part as it is attached. */
    private List<Explanation> rows(Table whole, Table part) {
        List<Explanation> found = new ArrayList<>();
        boolean fits = part.columnNames().containsAll(whole.columnNames());
        if (fits && situation.reported().contains(Cause.ORPHANS)) {
            List<String> by = new PartitionBound(situation, whole, "").columns();
            whole.foreignKeys().forEach(k -> new OrphanCauses(situation, part)
                    .about(k).stream()
                            .map(e -> k.columns().stream().anyMatch(by::contains) ? e.withoutFix() : e)
                            .forEach(found::add));
        }
        if (fits && situation.reported().contains(Cause.DUPLICATES)) {
            Stream.concat(whole.primaryKey().stream(), whole.uniqueKeys().stream())
                    .map(KeyColumns::of)
                    .flatMap(columns -> new RowCauses(situation).notUnique(part, columns).stream())
                    .forEach(found::add);
        }
        return found;
    }
}
