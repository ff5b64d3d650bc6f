package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions in which a server does not answer as usual. */
@Tag("thorough")
class SessionAnswersTest {
    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void that_cut_off_answers_or_lengthen_them_or_quote_no_names_are_refused(MySqlServers.Server server)
            throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            String url = database.url() + "&sessionVariables=sql_select_limit=3,sql_quote_show_create=0,"
                    + "sql_mode='PAD_CHAR_TO_FULL_LENGTH'";

            assertThatThrownBy(() -> Database.at(url))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("sql_select_limit is 3 in its sessions")
                    .hasMessageContaining("sql_quote_show_create is 0")
                    .hasMessageContaining("sql_mode has PAD_CHAR_TO_FULL_LENGTH");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void in_which_names_stand_in_double_quotes_read_the_same(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            database.execute(
                    "CREATE TABLE hashed (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3",
                    "CREATE TABLE days (`Key` date, b int) PARTITION BY RANGE COLUMNS (`Key`, b)"
                            + " (PARTITION p0 VALUES LESS THAN ('2020-01-01', 7), PARTITION p1 VALUES LESS THAN (MAXVALUE, 8))");

            Database ansi = Database.at(database.url() + "&sessionVariables=sql_mode='ANSI_QUOTES'");

            assertThat(ansi.read()).isEqualTo(database.database().read());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void with_a_limit_that_ends_nothing_are_as_good(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            database.execute("CREATE TABLE t (id int)");

            Database read = Database.at(database.url() + "&sessionVariables=sql_select_limit=4294967295");

            assertThat(read.read().schema().table("t")).isPresent();
        }
    }
}
