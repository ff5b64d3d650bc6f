package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RESTRICT and NO ACTION are one thing to compare, and two words to read. */
@Tag("thorough")
class ReportedActionsTest {
    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void are_the_words_of_the_catalog_where_the_canonical_form_has_one_for_two(MySqlServers.Server server)
            throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            database.execute(
                    "CREATE TABLE parent (id INT PRIMARY KEY)",
                    "CREATE TABLE child (a INT, b INT, c INT, d INT,"
                            + " CONSTRAINT left_out FOREIGN KEY (a) REFERENCES parent (id),"
                            + " CONSTRAINT no_action FOREIGN KEY (b) REFERENCES parent (id)"
                            + " ON DELETE NO ACTION ON UPDATE NO ACTION,"
                            + " CONSTRAINT restricted FOREIGN KEY (c) REFERENCES parent (id)"
                            + " ON DELETE RESTRICT ON UPDATE RESTRICT,"
                            + " CONSTRAINT mixed FOREIGN KEY (d) REFERENCES parent (id)"
                            + " ON DELETE CASCADE ON UPDATE RESTRICT)");
            Live live = Live.of(database);

            Map<String, String> words = new TreeMap<>();
            for (ReportedActions actions :
                    live.dialect().catalog(live.info()).actions(live.connection(), CatalogScope.defaultSchema())) {
                assertThat(actions.table()).isEqualTo(QualifiedName.of("child"));
                words.put(actions.name().orElseThrow(), actions.onDelete() + ", " + actions.onUpdate());
            }

            ReferentialAction unspecified =
                    live.dialect().capabilities(live.info().version()).unspecified();
            assertThat(words)
                    .isEqualTo(Map.of(
                            "left_out", unspecified + ", " + unspecified,
                            "no_action", "NO ACTION, NO ACTION",
                            "restricted", "RESTRICT, RESTRICT",
                            "mixed", "CASCADE, RESTRICT"));
            assertThat(unspecified)
                    .isEqualTo(
                            live.line().startsWith("mariadb")
                                    ? ReferentialAction.RESTRICT
                                    : ReferentialAction.NO_ACTION);
            assertThat(live.read()
                            .schema()
                            .tables()
                            .get(QualifiedName.of("child"))
                            .foreignKeys())
                    .extracting(ForeignKey::onUpdate)
                    .containsOnly(ReferentialAction.NO_ACTION);
        }
    }
}
