package consumer;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.OpenDatabase;
import dev.fk.junit.SchemaSetup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** The application context has one database for as long as it lives; each test takes back what it did. */
@SpringBootTest
@Transactional
class CustomersTest {
    private static final OpenDatabase DATABASE = SchemaSetup.of(Customer.class).open();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::user);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @Autowired
    private Customers customers;

    @Test
    void are_found_again() {
        customers.add("ann@example.org");
        assertThat(customers.emails()).containsExactly("ann@example.org");
    }

    @Test
    void have_an_address_of_their_own() {
        assertThat(table(DATABASE.database(), "customers")).hasUniqueKey("email");
        customers.add("ann@example.org");
        assertThatThrownBy(() -> customers.add("ann@example.org")).isInstanceOf(DuplicateKeyException.class);
    }
}
