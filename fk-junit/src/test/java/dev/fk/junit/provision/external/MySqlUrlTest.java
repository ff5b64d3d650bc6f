package dev.fk.junit.provision.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.provision.server.ServerKind;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class MySqlUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:mysql://db:3307/app?sslMode=DISABLED jdbc:mysql://db:3307/fk_x?sslMode=DISABLED",
                "jdbc:mysql://db/ jdbc:mysql://db/fk_x",
                "jdbc:mysql://db jdbc:mysql://db/fk_x",
                "jdbc:mysql://db?user=me jdbc:mysql://db/fk_x?user=me",
                "jdbc:mysql:loadbalance://a,b:3307/app jdbc:mysql:loadbalance://a,b:3307/fk_x",
                "jdbc:mariadb://[::1]:3306/app jdbc:mariadb://[::1]:3306/fk_x",
                "jdbc:mysql://me:secret@db/app jdbc:mysql://me:secret@db/fk_x",
            })
    void another_database_of_the_same_server(String url, String expected) {
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, url).withDatabase("fk_x").secret())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:mysql://db/app?password=secret jdbc:mysql://db/app",
                "jdbc:mysql://db/app?password=secret&user=me jdbc:mysql://db/app?user=me",
                "jdbc:mysql://db/app?user=me&password=secret jdbc:mysql://db/app?user=me",
                "jdbc:mysql://me:secret@db/app jdbc:mysql://db/app",
                "jdbc:mysql://me:p@ss@db,you:x@other/app jdbc:mysql://db,other/app",
                "jdbc:mysql://db/app?trustCertificateKeyStorePassword=x&a=b jdbc:mysql://db/app?a=b",
                "jdbc:mysql://(host=db,password=secret,user=me)/app jdbc:mysql://(host=db,user=me)/app",
                "jdbc:mysql://(password=secret,host=db)/app jdbc:mysql://(host=db)/app",
                "jdbc:mysql://address=(host=db)(user=me)(password=secret)/app jdbc:mysql://address=(host=db)(user=me)/app",
            })
    void is_shown_without_its_password(String url, String shown) {
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, url)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db:3307/, mysql -h db -P 3307 -u me -p fk_x",
        "jdbc:mysql://db, mysql -h db -u me -p fk_x",
        "jdbc:mysql://[::1]:3306/, mysql -h ::1 -P 3306 -u me -p fk_x",
        "'jdbc:mysql://you:secret@a:1,b:2/', mysql -h a -P 1 -u me -p fk_x",
        "'jdbc:mysql://(host=a,port=1,user=x)/', mysql -h a -P 1 -u me -p fk_x",
        "jdbc:mysql://address=(host=a)(user=x)/, mysql -h a -u me -p fk_x",
    })
    void names_the_client_with_what_it_needs(String url, String command) {
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, url).withDatabase("fk_x").client(Optional.of("me")))
                .isEqualTo(command);
    }

    @Test
    void knows_its_user() {
        assertThat(MySqlUrl.parse(ServerKind.MARIADB, "jdbc:mariadb://db/app?a=b&user=me")
                        .user())
                .contains("me");
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, "jdbc:mysql://you:secret@db/app")
                        .user())
                .contains("you");
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, "jdbc:mysql://(host=db,user=us)/app")
                        .user())
                .contains("us");
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, "jdbc:mysql://db/app?user=a%20b")
                        .client(Optional.of("it's me")))
                .isEqualTo("mysql -h db -u 'it'\\''s me' -p app");
        assertThat(MySqlUrl.parse(ServerKind.MYSQL, "jdbc:mysql://db/app").user())
                .isEmpty();
    }

    @Test
    void something_else_is_refused_with_an_example_and_without_the_password() {
        assertThatThrownBy(() -> MySqlUrl.parse(ServerKind.MARIADB, "jdbc:postgresql://db/app?password=secret"))
                .hasMessage("fk.mariadb.url is 'jdbc:postgresql://db/app', expected something like"
                        + " jdbc:mariadb://localhost:3306/.");
    }
}
