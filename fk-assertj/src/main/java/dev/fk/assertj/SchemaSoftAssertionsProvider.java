package dev.fk.assertj;

import dev.fk.core.database.Database;
import dev.fk.core.plan.Plan;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions about schemas, to be combined with those of AssertJ or others:
 * {@code class AllSoftly extends AbstractSoftAssertions implements StandardSoftAssertionsProvider,
 * SchemaSoftAssertionsProvider {}}. If the part that a chain leads to is not there, that is the one failure reported;
 * what the chain goes on to say about the part is passed over.
 *
 * <p>AssertJ's proxies of assertions that are not its own need the class path (3.27.7; on the module path it does not read
 * the module they are in); all other ways of asserting work on the module path too.
 */
@API(status = Status.EXPERIMENTAL)
public interface SchemaSoftAssertionsProvider extends SoftAssertionsProvider {
    default TableAssert assertThat(TableRef table) {
        return table.open(Reporting.collecting(this));
    }

    default SchemaAssert assertThat(SchemaRef schema) {
        return schema.open(Reporting.collecting(this));
    }

    default SchemaAssert assertThat(Database database) {
        return assertThat(SchemaAssertions.schema(database));
    }

    default PlanAssert assertThat(Plan plan) {
        return proxy(PlanAssert.class, Plan.class, plan);
    }

    /** The same, in the words of behaviour-driven tests. */
    default TableAssert then(TableRef table) {
        return assertThat(table);
    }

    default SchemaAssert then(SchemaRef schema) {
        return assertThat(schema);
    }

    default SchemaAssert then(Database database) {
        return assertThat(database);
    }

    default PlanAssert then(Plan plan) {
        return assertThat(plan);
    }
}
