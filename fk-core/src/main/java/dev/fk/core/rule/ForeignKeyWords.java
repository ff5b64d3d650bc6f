package dev.fk.core.rule;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What can be said of foreign keys. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface ForeignKeyWords<R> {
    /** In words of one's own. */
    R satisfy(Trait<ForeignKey> trait);

    /** The whole name matches a regular expression. */
    default R haveNameMatching(String regex) {
        return satisfy(Trait.<ForeignKey>of(
                        "have names matching " + regex,
                        m -> m.value().name().filter(n -> n.matches(regex)).isPresent())
                .instead(m -> m.value().name().map(n -> "it is named " + n).orElse("it has no name")));
    }

    /** Lead to this table. */
    default R reference(String table) {
        return satisfy(Trait.<ForeignKey>of(
                        "reference " + table, m -> m.target().isCalled(m.value().referencedTable(), table))
                .instead(m -> "it references " + m.value().referencedTable()));
    }

    /** Lead to the table they belong to. */
    default R referenceTheirOwnTable() {
        return satisfy(Trait.<ForeignKey>of(
                        "reference their own table",
                        m -> m.value().referencedTable().equals(m.table().name()))
                .instead(m -> "it references " + m.value().referencedTable()));
    }

    /** Belong to a table whose name matches a regular expression. */
    default R belongToTablesMatching(String regex) {
        return satisfy(Trait.<ForeignKey>of(
                "belong to tables matching " + regex,
                m -> m.table().name().name().matches(regex)));
    }

    /** Have exactly these columns, in this order. */
    default R haveColumns(String... columns) {
        return satisfy(Trait.<ForeignKey>of("have the columns " + String.join(", ", columns), m -> m.target()
                .areCalled(m.value().columns(), List.of(columns))));
    }

    /** Have more than one column. */
    default R haveSeveralColumns() {
        return satisfy(Trait.<ForeignKey>of(
                "have several columns", m -> m.value().columns().size() > 1));
    }

    /** Delete the referencing rows with the referenced one. */
    default R cascadeOnDelete() {
        return satisfy(Trait.<ForeignKey>of("cascade on delete", m -> m.value().onDelete() == ReferentialAction.CASCADE)
                .instead(m -> "it says ON DELETE " + m.value().onDelete())
                .fixedBy(m -> List.of(ForeignKeyChanges.onDelete(m, ReferentialAction.CASCADE))));
    }

    /** Set the referencing columns to null. */
    default R setNullOnDelete() {
        return satisfy(
                Trait.<ForeignKey>of("set null on delete", m -> m.value().onDelete() == ReferentialAction.SET_NULL)
                        .instead(m -> "it says ON DELETE " + m.value().onDelete())
                        .fixedBy(m -> List.of(ForeignKeyChanges.onDelete(m, ReferentialAction.SET_NULL))));
    }

    /** Refuse to delete a row that is referenced: {@code RESTRICT} or {@code NO ACTION}. */
    default R restrictDeletes() {
        return satisfy(Trait.<ForeignKey>of(
                        "restrict deletes",
                        m -> m.value().onDelete() == ReferentialAction.RESTRICT
                                || m.value().onDelete() == ReferentialAction.NO_ACTION)
                .instead(m -> "it says ON DELETE " + m.value().onDelete())
                .fixedBy(m -> List.of(ForeignKeyChanges.onDelete(m, ReferentialAction.NO_ACTION))));
    }

    /** Change with the key they reference. */
    default R cascadeOnUpdate() {
        return satisfy(Trait.<ForeignKey>of("cascade on update", m -> m.value().onUpdate() == ReferentialAction.CASCADE)
                .instead(m -> "it says ON UPDATE " + m.value().onUpdate())
                .fixedBy(m -> List.of(ForeignKeyChanges.onUpdate(m, ReferentialAction.CASCADE))));
    }

    /** Have an index, primary key or unique key that begins with their columns. */
    default R haveAnIndex() {
        return satisfy(Trait.<ForeignKey>of("have an index", m -> Coverage.isCovered(m))
                .instead(m ->
                        "no index begins with (" + String.join(", ", m.value().columns()) + ")"));
    }

    /** Have a column that can be null. */
    default R allowNull() {
        return satisfy(Trait.<ForeignKey>of("allow null", m -> m.value().columns().stream()
                        .anyMatch(c ->
                                m.table().column(c).filter(x -> x.nullable()).isPresent()))
                .instead(m -> "all its columns are NOT NULL"));
    }

    /** Can be checked at the end of a transaction. */
    default R allowDeferring() {
        return satisfy(
                Trait.<ForeignKey>of("allow deferring", m -> m.value().deferrability() != Deferrability.NOT_DEFERRABLE)
                        .instead(m -> "it is not deferrable"));
    }
}
