package dev.fk.core.schema;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A foreign key (referential constraint). The referenced side is named, not pointed at, because it need not exist.
 *
 * @param onDeleteColumns the columns that {@code SET NULL} or {@code SET DEFAULT} touches (PostgreSQL 15); empty means all
 * @param options what only one server knows: {@code period}, a temporal foreign key (PostgreSQL 18), {@link #SWITCHED_OFF}
 */
@API(status = Status.EXPERIMENTAL)
public record ForeignKey(
        Optional<String> name,
        List<String> columns,
        QualifiedName referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        List<String> onDeleteColumns,
        MatchType match,
        Deferrability deferrability,
        Enforcement enforcement,
        Options options)
        implements Constraint {
    /**
     * The option of a foreign key that is there and does nothing: on PostgreSQL, one whose triggers are disabled on either
     * table ({@code ALTER TABLE … DISABLE TRIGGER ALL}).
     */
    public static final String SWITCHED_OFF = "triggers disabled";

    public ForeignKey {
        columns = Require.atLeastOne(columns, "a foreign key");
        referencedColumns = Require.atLeastOne(referencedColumns, "the referenced side of a foreign key");
        onDeleteColumns = List.copyOf(onDeleteColumns);
        if (columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException("A foreign key pairs its columns one to one, but " + columns + " has "
                    + columns.size() + " and " + referencedColumns + " has " + referencedColumns.size() + ".");
        }
    }

    /** A foreign key of which only the common vocabulary is used. */
    public ForeignKey(
            Optional<String> name,
            List<String> columns,
            QualifiedName referencedTable,
            List<String> referencedColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            List<String> onDeleteColumns,
            MatchType match,
            Deferrability deferrability,
            Enforcement enforcement) {
        this(
                name,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                deferrability,
                enforcement,
                Options.none());
    }

    /** What a foreign key is, whatever its name and actions. */
    public record Key(List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        @Override
        public String toString() {
            return "(" + String.join(", ", columns) + ") REFERENCES " + referencedTable + " ("
                    + String.join(", ", referencedColumns) + ")";
        }
    }

    /** An unnamed foreign key that refuses both deletes and updates ({@code NO ACTION}). */
    public static ForeignKey of(List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        return new ForeignKey(
                Optional.empty(),
                columns,
                referencedTable,
                referencedColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                List.of(),
                MatchType.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                Enforcement.ENFORCED);
    }

    public boolean isSwitchedOff() {
        return options.has(SWITCHED_OFF);
    }

    /** As it is once it is made anew. */
    public ForeignKey switchedOn() {
        return withOptions(options.without(SWITCHED_OFF));
    }

    public Key key() {
        return new Key(columns, referencedTable, referencedColumns);
    }

    @Override
    public ForeignKey withName(Optional<String> other) {
        return new ForeignKey(
                other,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                deferrability,
                enforcement,
                options);
    }

    public ForeignKey named(String other) {
        return withName(Optional.of(other));
    }

    public ForeignKey withColumns(List<String> others) {
        return new ForeignKey(
                name,
                others,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                deferrability,
                enforcement,
                options);
    }

    public ForeignKey withReferenced(QualifiedName table, List<String> others) {
        return new ForeignKey(
                name,
                columns,
                table,
                others,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                deferrability,
                enforcement,
                options);
    }

    /** Which columns a deletion touches is said no more where it sets none. */
    public ForeignKey withActions(ReferentialAction delete, ReferentialAction update) {
        boolean sets = delete == ReferentialAction.SET_NULL || delete == ReferentialAction.SET_DEFAULT;
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                delete,
                update,
                sets ? onDeleteColumns : List.of(),
                match,
                deferrability,
                enforcement,
                options);
    }

    public ForeignKey withOnDeleteColumns(List<String> others) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                others,
                match,
                deferrability,
                enforcement,
                options);
    }

    public ForeignKey withMatch(MatchType other) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                other,
                deferrability,
                enforcement,
                options);
    }

    public ForeignKey withDeferrability(Deferrability other) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                other,
                enforcement,
                options);
    }

    public ForeignKey withEnforcement(Enforcement other) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                deferrability,
                other,
                options);
    }

    public ForeignKey withOptions(Options other) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                onDeleteColumns,
                match,
                deferrability,
                enforcement,
                other);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.foreignKey(this);
    }
}
