package dev.fk.assertj;

import dev.fk.core.database.Database;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where assertions about schemas begin. The references made here go into AssertJ's own {@code assertThat} and
 * {@code then}, so one import is enough:
 *
 * <pre>{@code
 * import static org.assertj.core.api.Assertions.assertThat;
 * import static dev.fk.assertj.SchemaAssertions.*;
 *
 * assertThat(table("chat")).hasForeignKey("participantNo").referencing("participant", "no").onDelete(CASCADE);
 * assertThat(schema()).isInSyncWith(ChatModels.MODELS);
 * }</pre>
 *
 * Plans are no references; for them, import {@link #assertThat(Plan)} by name beside AssertJ's.
 */
@API(status = Status.EXPERIMENTAL)
public final class SchemaAssertions {
    private SchemaAssertions() {}

    /** A table of the default schema of the database that is bound to this thread, as in a test with a schema. */
    public static TableRef table(String name) {
        return new TableRef(Optional.empty(), QualifiedName.of(name));
    }

    /** A table of another schema of the database that is bound to this thread. */
    public static TableRef table(String schema, String name) {
        return new TableRef(Optional.empty(), QualifiedName.of(schema, name));
    }

    /** A table of the default schema of a database; works on every thread. */
    public static TableRef table(Database database, String name) {
        return new TableRef(Optional.of(database), QualifiedName.of(name));
    }

    /** A table of another schema of a database; works on every thread. */
    public static TableRef table(Database database, String schema, String name) {
        return new TableRef(Optional.of(database), QualifiedName.of(schema, name));
    }

    /** The tables of the database that is bound to this thread. */
    public static SchemaRef schema() {
        return new SchemaRef(Optional.empty());
    }

    /** The tables of a database; works on every thread. */
    public static SchemaRef schema(Database database) {
        return new SchemaRef(Optional.of(database));
    }

    /** A foreign key in the making, for {@link TableAssert#hasOnlyForeignKeys}. */
    public static ExpectedForeignKey.Referencing fk(String... columns) {
        return new ExpectedForeignKey.Referencing(List.of(columns));
    }

    public static TableAssert assertThat(TableRef table) {
        return table.assertThat();
    }

    public static SchemaAssert assertThat(SchemaRef schema) {
        return schema.assertThat();
    }

    public static SchemaAssert assertThat(Database database) {
        return schema(database).assertThat();
    }

    public static PlanAssert assertThat(Plan plan) {
        return new PlanAssert(plan);
    }

    /** The same, in the words of behaviour-driven tests. */
    public static TableAssert then(TableRef table) {
        return assertThat(table);
    }

    public static SchemaAssert then(SchemaRef schema) {
        return assertThat(schema);
    }

    public static SchemaAssert then(Database database) {
        return assertThat(database);
    }

    public static PlanAssert then(Plan plan) {
        return assertThat(plan);
    }
}
