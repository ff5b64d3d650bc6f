package consumer;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.RunningTest;
import dev.fk.junit.WithSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.annotation.Transactional;

/** One application context, and a database of its own for every test: the context's data source leads to it. */
@SpringBootTest
@WithSchema(Customer.class)
class EachTestItsOwnTest {
    @TestConfiguration
    static class DatabaseOfTheTest {
        @Bean
        DataSource dataSource() {
            return RunningTest.dataSource();
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

    /** As those that answer requests. */
    @RepeatedTest(2)
    void threads_of_the_application_have_it_too(DataSource ofTheTest, @Autowired DataSource ofTheContext) {
        assertThat(ofTheContext).isNotSameAs(ofTheTest);
        CompletableFuture.runAsync(() -> customers.add("bob@example.org")).join();
        assertThat(customers.emails()).isEqualTo(List.of("bob@example.org"));
    }

    /** Spring begins the transaction before the test. */
    @RepeatedTest(2)
    @Transactional
    void and_so_have_its_transactions() {
        assertThat(customers.emails()).isEmpty();
        customers.add("cem@example.org");
        assertThat(customers.emails()).containsExactly("cem@example.org");
    }
}
