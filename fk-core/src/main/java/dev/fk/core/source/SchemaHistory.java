package dev.fk.core.source;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the catalog said after each migration; tells which of them introduced, changed or lost something.
 *
 * <pre>{@code
 * SchemaHistory history = Migrations.of(database, FlywaySource.of("classpath:db/migration")).record();
 * history.ofForeignKey("orders", "customer_id"); // [V2__orders.sql added …, V5__rebuild.sql dropped …]
 * }</pre>
 *
 * @param base the schema before the first one
 */
@API(status = Status.EXPERIMENTAL)
public record SchemaHistory(CanonicalSchema base, List<Version> versions) {
    public SchemaHistory {
        versions = List.copyOf(versions);
    }

    /** The schema after a migration. */
    public record Version(MigrationStep step, CanonicalSchema schema) {}

    /** The schema before the migration at this place, counted from 0. */
    public CanonicalSchema before(int index) {
        return index == 0 ? base : versions.get(index - 1).schema();
    }

    /** What the migration at this place, counted from 0, did. A renamed column or table is one that goes and one that comes. */
    public ChangeSet changes(int index) {
        return Differ.diff(before(index), versions.get(index).schema());
    }

    /** What became of a table. */
    public List<SchemaEvent> ofTable(String table) {
        return of(schema -> schema.table(QualifiedName.of(table)).map(t -> "table " + t.name()));
    }

    /** What became of a column. */
    public List<SchemaEvent> ofColumn(String table, String column) {
        return of(schema -> schema.table(QualifiedName.of(table)).flatMap(t -> t.column(column)
                .map(c -> added(new Change.AddColumn(t.name(), c, ColumnPosition.last())))));
    }

    /** What became of the foreign keys on exactly these columns. */
    public List<SchemaEvent> ofForeignKey(String table, String... columns) {
        return of(schema -> constraints(schema, table, t -> t.foreignKeysOn(List.of(columns)).stream()));
    }

    /** What became of the constraint or index of this name. */
    public List<SchemaEvent> ofConstraint(String table, String name) {
        return of(schema -> constraints(schema, table, t -> t.constraints()
                .filter(c -> c.name().filter(name::equals).isPresent())));
    }

    /** What became of anything that a schema has or has not, as a text: the migrations after which the text is another. */
    public List<SchemaEvent> of(Function<Schema, Optional<String>> fact) {
        List<SchemaEvent> events = new ArrayList<>();
        Optional<String> before = fact.apply(base.schema());
        for (Version version : versions) {
            Optional<String> after = fact.apply(version.schema().schema());
            if (!after.equals(before)) {
                events.add(new SchemaEvent(version.step(), before, after));
            }
            before = after;
        }
        return List.copyOf(events);
    }

    private static Optional<String> constraints(
            Schema schema, String table, Function<Table, Stream<? extends Constraint>> wanted) {
        return schema.table(QualifiedName.of(table))
                .map(t -> wanted.apply(t)
                        .map(c -> added(c.accept(new AddOf(t.name()))))
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }

    private static String added(Change change) {
        return change.describe().substring("add ".length());
    }
}
