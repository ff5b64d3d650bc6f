package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database without JUnit around it. */
@Tag("thorough")
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
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DriverManager.getConnection(url, login)))
                .as("a connection after the end")
                .isInstanceOf(java.sql.SQLException.class);
    }
}
