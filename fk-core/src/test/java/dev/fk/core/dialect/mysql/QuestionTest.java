package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The columns of an answer stand where the question says. */
@Tag("thorough")
class QuestionTest {
    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_column_is_where_its_label_is_looked_for(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server);
                Statement statement = own.connection().createStatement()) {
            boolean mariaDb = Live.of(own).dialect() instanceof MariaDbDialect;
            for (Question question : Question.values()) {
                int width = question.width();
                try (ResultSet answer = statement.executeQuery(question.sql(mariaDb, false, "= ''", width + 2))) {
                    ResultSetMetaData columns = answer.getMetaData();
                    assertThat(columns.getColumnCount()).isEqualTo(width + 2);
                    for (int i = 1; i < width; i++) {
                        String label = columns.getColumnLabel(i + 1);
                        assertThat(question.position(Label.valueOf(label.toUpperCase(Locale.ROOT))))
                                .as(question + "." + label)
                                .isEqualTo(i);
                    }
                }
            }
        }
    }

    static List<MySqlServers.Server> mariaDbs() {
        return servers().stream().filter(s -> s.name().startsWith("mariadb")).toList();
    }

    /** Every test has a database of its own, so that there are many: a question about one must not open the tables of all. */
    @ParameterizedTest
    @MethodSource("mariaDbs")
    void about_one_database_MariaDB_looks_into_that_one(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server);
                Statement statement = own.connection().createStatement()) {
            for (Question question : Question.values()) {
                String sql = question.sql(true, true, "= 'nobody'", question.width());
                try (ResultSet plan = statement.executeQuery("EXPLAIN " + sql)) {
                    while (plan.next()) {
                        assertThat(String.valueOf(plan.getString("Extra")))
                                .as(sql)
                                .doesNotContain("Scanned all databases");
                    }
                }
            }
        }
    }
}
