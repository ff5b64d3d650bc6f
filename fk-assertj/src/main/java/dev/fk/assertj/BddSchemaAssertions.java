package dev.fk.assertj;

import dev.fk.core.database.Database;
import dev.fk.core.plan.Plan;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where assertions begin in the words of behaviour-driven tests: {@code then} and nothing else, so that it can be imported
 * as a whole beside AssertJ's {@code BDDAssertions}. {@code then(table("chat"))} works with theirs alone as well.
 *
 * <pre>{@code
 * import static dev.fk.assertj.BddSchemaAssertions.then;
 * import static dev.fk.assertj.SchemaAssertions.table;
 *
 * then(table("chat")).hasForeignKey("participantNo").onDelete(CASCADE);
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public final class BddSchemaAssertions {
    private BddSchemaAssertions() {}

    public static TableAssert then(TableRef table) {
        return SchemaAssertions.assertThat(table);
    }

    public static SchemaAssert then(SchemaRef schema) {
        return SchemaAssertions.assertThat(schema);
    }

    public static SchemaAssert then(Database database) {
        return SchemaAssertions.assertThat(database);
    }

    public static PlanAssert then(Plan plan) {
        return SchemaAssertions.assertThat(plan);
    }
}
