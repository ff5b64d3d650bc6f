package consumer;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.junit.WithSchema;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** One application context, and a database of its own for every test: the context's data source leads to it. */
@SpringBootTest
@WithSchema(Customer.class)
class EachTestItsOwnTest {
    @TestConfiguration
    static class DatabaseOfTheTest {
        @Bean
        DataSource dataSource() {
            return new AbstractDataSource() {
                @Override
                public java.sql.Connection getConnection() throws java.sql.SQLException {
                    return CurrentDatabase.get().dataSource().getConnection();
                }

                @Override
                public java.sql.Connection getConnection(String user, String password) throws java.sql.SQLException {
                    return getConnection();
                }
            };
        }
    }

    @Autowired
    private Customers customers;

    @RepeatedTest(2)
    void begins_as_declared() {
        assertThat(table("customers")).exists();
        assertThat(customers.emails()).isEmpty();
        customers.add("ann@example.org");
    }
}
