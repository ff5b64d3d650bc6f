package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ShopDatabase.class)
class CustomersTest {
    @Inject
    Customers customers;

    @Test
    void are_found_again() throws Exception {
        customers.add("ann@example.org");
        assertThat(customers.emails()).containsExactly("ann@example.org");
    }
}
