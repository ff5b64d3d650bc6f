package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A server that speaks German is understood as well: of its words only names and numbers count. */
@Tag("thorough")
class OtherLanguageTest {
    /** One for each kind of error of which more is read than its number. */
    private static final Set<String> MISTAKES = Set.of(
            "parent misspelt",
            "type misspelt",
            "deferred foreign key",
            "partial index",
            "default of another server",
            "text index over a number",
            "trigger that changes its table",
            "renamed to a table",
            "database of a table missing",
            "same foreign key again",
            "no partition for a row",
            "column of the partitions dropped",
            "literal default of a text",
            "primary key over a long text",
            "long row",
            "long text",
            "date of zeros written",
            "row that a check refuses",
            "row that is there",
            "row without a parent",
            "value left out",
            "reserved word");

    static Stream<MySqlServers.Server> servers() {
        return MySqlServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_cause_is_stated_whatever_language_the_server_speaks(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
            Database german = Database.of(dataSource(database.url()));
            boolean mariaDb = german.server().product().equals("MariaDB");
            List<Mistake> mistakes = Mistakes.onMySql(
                            mariaDb, german.server().version().major())
                    .stream()
                    .filter(m -> MISTAKES.contains(m.name()))
                    .toList();
            assertThat(mistakes).hasSizeGreaterThan(10);
            for (Mistake mistake : mistakes) {
                database.clear();
                Mistakes.TABLES.forEach(sql -> german.execute(new Sql(sql)));
                mistake.given().forEach(sql -> german.execute(new Sql(sql)));
                DatabaseException refused = catchThrowableOfType(
                        DatabaseException.class, () -> german.execute(new Sql(mistake.statement())));
                assertThat(refused.explanations())
                        .as(mistake + ": " + refused.getMessage())
                        .first()
                        .extracting(Explanation::cause)
                        .isEqualTo(mistake.cause());
            }
        }
    }

    private static DataSource dataSource(String url) throws SQLException {
        String german = url + (url.contains("?") ? "&" : "?") + "sessionVariables=lc_messages='de_DE'";
        if (url.startsWith("jdbc:mysql")) {
            MysqlDataSource mysql = new MysqlDataSource();
            mysql.setUrl(german);
            return mysql;
        }
        return new MariaDbDataSource(german);
    }
}
