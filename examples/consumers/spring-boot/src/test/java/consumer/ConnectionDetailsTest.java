package consumer;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.fk.junit.OpenDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** One database for the application context, without a property: what one may say of it elsewhere does not count. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:postgresql://production.example/shop")
@Import(DatabaseOfTheContext.class)
@Transactional
class ConnectionDetailsTest {
    @Autowired
    private Customers customers;

    @Autowired
    private OpenDatabase database;

    @RepeatedTest(2)
    void begins_as_declared() {
        assertThat(table(database.database(), "customers")).hasUniqueKey("email");
        assertThat(customers.emails()).isEmpty();
        customers.add("ann@example.org");
        assertThat(customers.emails()).containsExactly("ann@example.org");
    }

    @Test
    void the_pool_of_the_application_leads_to_it(@Autowired DataSource pool) throws SQLException {
        assertThat(pool.unwrap(HikariDataSource.class).getJdbcUrl()).isEqualTo(database.url());
    }
}
