package dev.fk.junit.provision.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class PostgreSqlUrlTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5433/app?ssl=true, jdbc:postgresql://db:5433/fk_x?ssl=true",
        "jdbc:postgresql://db/app, jdbc:postgresql://db/fk_x",
        "jdbc:postgresql://db/, jdbc:postgresql://db/fk_x",
        "jdbc:postgresql://db, jdbc:postgresql://db/fk_x",
        "jdbc:postgresql://[::1]:5432/app, jdbc:postgresql://[::1]:5432/fk_x",
        "jdbc:postgresql:app, jdbc:postgresql://localhost/fk_x",
        "jdbc:postgresql:/, jdbc:postgresql://localhost/fk_x",
        "jdbc:postgresql:?user=me, jdbc:postgresql://localhost/fk_x?user=me",
    })
    void another_database_of_the_same_server(String url, String expected) {
        assertThat(PostgreSqlUrl.parse(url).withDatabase("fk_x").secret()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/app?password=secret, jdbc:postgresql://db/app",
        "jdbc:postgresql://db/app?password=secret&user=me, jdbc:postgresql://db/app?user=me",
        "jdbc:postgresql://db/app?user=me&password=secret, jdbc:postgresql://db/app?user=me",
        "jdbc:postgresql://db/app?user=me&password=secret&ssl=true, jdbc:postgresql://db/app?user=me&ssl=true",
    })
    void is_shown_without_its_password(String url, String shown) {
        assertThat(PostgreSqlUrl.parse(url)).hasToString(shown);
    }

    @Test
    void knows_its_user() {
        assertThat(PostgreSqlUrl.parse("jdbc:postgresql://db/app?ssl=true&user=me")
                        .user())
                .contains("me");
        assertThat(PostgreSqlUrl.parse("jdbc:postgresql://db/app").user()).isEmpty();
    }

    @Test
    void names_a_client_that_a_shell_and_psql_understand() {
        PostgreSqlUrl url = PostgreSqlUrl.parse("jdbc:postgresql://db:5433/app?user=odd%20us@r");
        assertThat(url.client(url.user())).isEqualTo("psql postgresql://odd%20us%40r@db:5433/app");
        assertThat(PostgreSqlUrl.parse("jdbc:postgresql://db").client(Optional.empty()))
                .isEqualTo("psql postgresql://db/postgres");
    }

    @Test
    void a_user_before_the_host_belongs_elsewhere_and_no_password_is_shown() {
        assertThatThrownBy(() -> PostgreSqlUrl.parse("jdbc:postgresql://me:secret@db/app"))
                .hasMessage(
                        "fk.postgresql.url is 'jdbc:postgresql://db/app' with a user before the host, which the driver"
                                + " takes for a part of its name. Set fk.postgresql.user and fk.postgresql.password.");
        assertThatThrownBy(() -> PostgreSqlUrl.parse("postgres://me:secret@db/app"))
                .hasMessageStartingWith("fk.postgresql.url is 'postgres://db/app', expected");
    }

    @Test
    void something_else_is_refused_with_an_example_and_without_the_password() {
        assertThatThrownBy(() -> PostgreSqlUrl.parse("jdbc:mysql://db/app?password=secret"))
                .hasMessage("fk.postgresql.url is 'jdbc:mysql://db/app', expected something like"
                        + " jdbc:postgresql://localhost:5432/postgres.");
    }
}
