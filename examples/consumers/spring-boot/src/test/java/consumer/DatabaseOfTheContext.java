package consumer;

import dev.fk.junit.OpenDatabase;
import dev.fk.junit.SchemaSetup;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What {@code @ServiceConnection} is for a container: whoever imports it has the details of a connection, which win over
 * those of any property. In Spring Boot 3 their package is {@code org.springframework.boot.autoconfigure.jdbc}. The database
 * is closed with the context, after the pool of its connections. A slice, {@code @DataJpaTest}, also needs
 * {@code @AutoConfigureTestDatabase(replace = NONE)}: what is no container of Testcontainers, it takes for no test database.
 */
@TestConfiguration(proxyBeanMethods = false)
class DatabaseOfTheContext {
    @Bean
    OpenDatabase database() {
        return SchemaSetup.of(Customer.class).open();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(OpenDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
