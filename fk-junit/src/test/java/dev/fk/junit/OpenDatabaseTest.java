package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database without JUnit around it. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class OpenDatabaseTest {
    @Test
    void is_there_for_whoever_has_its_url_and_gone_when_it_is_closed() throws Exception {
        String url;
        Properties login = new Properties();
        try (OpenDatabase open = SchemaSetup.of(Notes.class).open()) {
            url = open.url();
            login.put("user", open.user());
            login.put("password", open.password());
            try (Connection connection = DriverManager.getConnection(url, login)) {
                connection.createStatement().execute("INSERT INTO note VALUES ('somebody else')");
            }
            assertThat(Notes.authors(open.dataSource())).isEqualTo("somebody else");
            assertThat(open.database().read().schema().table("note")).isPresent();
            assertThat(open.toString()).doesNotContain(open.password());
        }
        assertThat(catchThrowable(() -> DriverManager.getConnection(url, login)))
                .as("a connection after the end")
                .isInstanceOf(SQLException.class);
    }

    /** Whose driver shows the password as stars, and believes them when it is given that URL. */
    @Test
    void may_be_on_mariadb() throws Exception {
        try (OpenDatabase open = SchemaSetup.of(Notes.class).dialect("mariadb").open();
                Connection connection = DriverManager.getConnection(open.url(), open.user(), open.password())) {
            connection.createStatement().execute("INSERT INTO note VALUES ('me')");
            assertThat(Notes.ask(open.dataSource(), "SELECT author FROM note")).isEqualTo("me");
            assertThat(open.url()).doesNotContain("?");
        }
    }

    @Test
    void several_share_a_server_that_ends_with_the_last() throws Exception {
        String url;
        Properties login = new Properties();
        OpenDatabase first = SchemaSetup.of(Notes.class).open();
        try (OpenDatabase second = SchemaSetup.of(Notes.class).open()) {
            url = second.url();
            login.put("user", second.user());
            login.put("password", second.password());
            assertThat(server(first.url())).isEqualTo(server(url));
            assertThat(first.url()).isNotEqualTo(url);
            try (Connection connection = first.dataSource().getConnection()) {
                connection.createStatement().execute("INSERT INTO note VALUES ('first')");
            }
            first.close();
            assertThat(Notes.authors(second.dataSource())).isEmpty();
            try (OpenDatabase third = SchemaSetup.of(Notes.class).open()) {
                assertThat(server(third.url())).isEqualTo(server(url));
                assertThat(Notes.authors(third.dataSource())).isEmpty();
            }
        }
        assertThat(catchThrowable(() -> DriverManager.getConnection(url, login)))
                .as("a connection after the end of the last")
                .isInstanceOf(SQLException.class);
    }

    /** Hooks run in any order: that of fk's does not take the database from under those of others. */
    @Test
    void is_there_for_shutdown_hooks(TestKit kit) throws Exception {
        List<String> onOwnServer = LastWords.of(Map.of("fk.provider", "embedded"));
        assertThat(onOwnServer).hasSize(3).endsWith("written", "closed");

        List<String> onServerOfOthers = LastWords.of(Map.of(
                "fk.postgresql.url", kit.url(),
                "fk.postgresql.user", TestKit.USER,
                "fk.postgresql.password", kit.password()));
        assertThat(onServerOfOthers).hasSize(3).endsWith("written", "closed");
        assertThat(kit.databases()).doesNotContain(onServerOfOthers.get(0).replaceAll(".*/", ""));
    }

    private static String server(String url) {
        return url.replaceFirst("(//[^/]*)/.*", "$1");
    }
}
