package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.junit.WithSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A database for each test beside that of the application; above the annotation of Quarkus, which calls the test itself. */
@WithSchema(Customer.class)
@QuarkusTest
@QuarkusTestResource(ShopDatabase.class)
class OwnDatabaseTest {
    @Test
    void is_bound_and_injected(Database database) {
        assertThat(CurrentDatabase.get()).isSameAs(database);
        assertThat(database.read().schema().table("customers")).isPresent();
    }
}
