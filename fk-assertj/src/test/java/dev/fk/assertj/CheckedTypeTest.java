package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.schema.DataType;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another type for a column that a check looks at: the fix is one, or it says that there is none. */
@Tag("thorough")
class CheckedTypeTest {
    private static final String TABLE = "CREATE TABLE stock (id integer PRIMARY KEY, amount integer DEFAULT 1,"
            + " CONSTRAINT amount_positive CHECK (amount > 0), CONSTRAINT amount_there CHECK (amount IS NOT NULL))";

    /** PostgreSQL 18 refuses the comparison of a text with a number (42883), MariaDB 11.4 makes it. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_check_that_the_server_would_refuse_is_named_instead_of_a_fix_that_fails(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), TABLE);
            String message = failure(database, "text");
            assertThat(failure(database, new DataType.Text(DataType.LobSize.REGULAR)))
                    .isEqualToIgnoringCase(message);
            if (engine == Engine.POSTGRESQL) {
                assertThat(Fix.of(message)).isEmpty();
                assertThat(message)
                        .contains("there is no fix: PostgreSQL does not take the check amount_positive (", "amount > 0")
                        .contains("on a column of type TEXT; drop or rewrite what cannot stay first")
                        .doesNotContain("amount_there");
                TestServer.execute(database, "ALTER TABLE stock DROP CONSTRAINT amount_positive");
                message = failure(database, "text");
            }
            fix(database, message);
            assertThat(table(database, "stock")).hasColumn("amount").hasType("text");
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_check_that_goes_with_the_type_is_in_nobodys_way(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), TABLE);
            fix(database, failure(database, "bigint"));
            assertThat(table(database, "stock")).hasColumn("amount").hasType("bigint");
        });
    }

    /** MySQL 9.7.4 takes no default of other digits than the column has (1067), and the words are those of messages. */
    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"MYSQL", "MARIADB"})
    void what_sets_a_column_to_the_moment_gets_the_digits_of_its_type(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE event (id integer PRIMARY KEY,"
                            + " at timestamp(3) NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),"
                            + " since datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), KEY (since))");
            for (List<String> wanted : List.of(
                    List.of("at", "TIMESTAMP WITH TIME ZONE"),
                    List.of("at", "timestamp(6)"),
                    List.of("since", "DATETIME"),
                    List.of("since", "timestamp"))) {
                ThrowingCallable assertion = () -> assertThat(table(database, "event"))
                        .hasColumn(wanted.get(0))
                        .hasType(wanted.get(1));
                fix(database, catchThrowable(assertion).getMessage());
                assertThat(catchThrowable(assertion)).isNull();
            }
        });
    }

    /** MySQL 9.7.4: 1067; MariaDB 11.8.9 takes the day of the moment. */
    @Test
    void a_default_that_does_not_fit_the_type_is_in_its_way() throws Exception {
        Engine.MYSQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (id integer, since datetime DEFAULT CURRENT_TIMESTAMP, KEY (since))");
            String message = failure(database, "since", "DATE");
            assertThat(Fix.of(message)).isEmpty();
            assertThat(message)
                    .contains("MySQL does not take the default CURRENT_TIMESTAMP on a column of type DATE; drop or")
                    .doesNotContain("index");
        });
    }

    @Test
    void the_words_of_messages_are_understood_where_the_server_has_others() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), "CREATE TABLE one (no integer, name text, names text[])");
            assertThat(failure(database, "no", "DOUBLE")).contains("TYPE DOUBLE PRECISION");
            assertThat(failure(database, "name", "blob")).contains("TYPE BYTEA");
            assertThat(failure(database, "names", "BLOB[]")).contains("TYPE BYTEA[]");
            assertThat(failure(database, "name", "DATETIME")).contains("PostgreSQL takes no column of type DATETIME");
        });
    }

    /** The server's usual character set has more bytes to a letter. */
    @Test
    void the_longest_text_depends_on_the_character_set_of_the_table() throws Exception {
        Engine.MYSQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(), "CREATE TABLE one (id integer, name text) DEFAULT CHARACTER SET latin1");
            fix(database, failure(database, "name", "VARCHAR(64000)"));
            assertThat(table(database, "one")).hasColumn("name").hasType("VARCHAR(64000)");
        });
    }

    private static String failure(Database database, String column, String type) {
        return catchThrowable(() ->
                        assertThat(table(database, "one")).hasColumn(column).hasType(type))
                .getMessage();
    }

    /** MySQL has no partial indexes, and both of its family multiply texts. */
    @Test
    void so_are_indexes_and_generated_columns_all_at_once() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE stock (id integer PRIMARY KEY, amount integer, twice integer GENERATED ALWAYS AS"
                            + " (amount * 2) STORED, CONSTRAINT amount_positive CHECK (amount > 0))",
                    "CREATE INDEX many ON stock (id) WHERE amount > 100",
                    "CREATE INDEX plain ON stock (amount)");
            String message = failure(database, "text");
            assertThat(Fix.of(message)).isEmpty();
            assertThat(message)
                    .contains("the generated column twice (", ", the check amount_positive (", ", the index many on a")
                    .doesNotContain("plain");
        });
    }

    /** PostgreSQL 18: 0A000 for the type, 2BP01 for the column. */
    @Test
    void so_are_views_which_the_column_cannot_leave_either() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE stock (id integer PRIMARY KEY, amount integer)",
                    "CREATE VIEW amounts AS SELECT amount FROM stock");
            String message = failure(database, "bigint");
            assertThat(Fix.of(message)).isEmpty();
            assertThat(message)
                    .contains("there is no fix: stock.amount is used by view amounts, so that PostgreSQL ")
                    .contains("would refuse to change its type. Run before: DROP VIEW amounts. And after, ");
            String other = String.valueOf(
                    catchThrowable(() -> assertThat(table(database, "stock")).doesNotHaveColumn("amount"))
                            .getMessage());
            assertThat(Fix.of(other)).isEmpty();
            assertThat(other)
                    .contains("there is no fix: what stands on it has to go first", "\n          view amounts\n");
            TestServer.execute(database, "DROP VIEW amounts");
            fix(database, failure(database, "bigint"));
        });
    }

    private static void fix(Database database, String message) {
        List<String> statements = Fix.of(message);
        assertThat(statements).as(message).isNotEmpty();
        TestServer.execute(database.dataSource(), statements.toArray(String[]::new));
    }

    private static String failure(Database database, String words) {
        return String.valueOf(catchThrowable(() ->
                        assertThat(table(database, "stock")).hasColumn("amount").hasType(words))
                .getMessage());
    }

    private static String failure(Database database, DataType type) {
        return String.valueOf(catchThrowable(() ->
                        assertThat(table(database, "stock")).hasColumn("amount").hasType(type))
                .getMessage());
    }
}
