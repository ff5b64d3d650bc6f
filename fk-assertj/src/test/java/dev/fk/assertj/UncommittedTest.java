package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Who forgot to commit is told. */
class UncommittedTest {
    @Test
    void what_is_not_committed_is_told_by_whoever_does_not_see_it() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE participant (no int PRIMARY KEY)");
                statement.execute("CREATE TABLE chat (id int PRIMARY KEY, \"participantNo\" int)");
                connection.setAutoCommit(false);
                statement.execute("CREATE TABLE message (id int)");
                statement.execute("ALTER TABLE chat ADD FOREIGN KEY (\"participantNo\")\n REFERENCES participant");

                Throwable failure =
                        catchThrowable(() -> assertThat(table(database, "chat")).hasForeignKey("participantNo"));

                assertThat(failure)
                        .hasMessageContaining(
                                "\n  open: what a transaction has made or changed (chat, participant, something new)"
                                        + " is not committed, and nobody else sees it:\n        connection ")
                        .hasMessageContaining(", in a transaction since ")
                        .hasMessageContaining("; its last statement: ALTER TABLE chat ADD FOREIGN KEY"
                                + " (\"participantNo\") REFERENCES participant\n  db  : ");

                connection.commit();
                assertThat(table(database, "chat")).hasForeignKey("participantNo");
                assertThat(catchThrowable(
                                () -> assertThat(table(database, "chat")).hasColumn("gone")))
                        .message()
                        .doesNotContain("open:");
            }
        });
    }

    @Test
    void a_probe_does_not_wait_for_good_for_whoever_has_the_table() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE participant (no int PRIMARY KEY)");
                statement.execute(
                        "CREATE TABLE chat (id int PRIMARY KEY, \"participantNo\" int REFERENCES participant)");
                connection.setAutoCommit(false);
                statement.execute("LOCK TABLE chat IN ACCESS EXCLUSIVE MODE");

                assertThat(catchThrowable(() -> assertThat(table(database, "chat"))
                                .hasForeignKey("participantNo")
                                .isEnforced()))
                        .hasMessageStartingWith(
                                "Cannot try out the foreign key (participantNo) REFERENCES participant (no) of"
                                        + " chat: ERROR: canceling statement due to lock timeout")
                        .hasMessageContaining("chat cannot be read while a transaction that has changed it is open")
                        .hasMessageContaining("; its last statement: LOCK TABLE chat IN ACCESS EXCLUSIVE MODE\n");

                connection.commit();
                assertThat(table(database, "chat"))
                        .hasForeignKey("participantNo")
                        .isEnforced();
            }
        });
    }
}
