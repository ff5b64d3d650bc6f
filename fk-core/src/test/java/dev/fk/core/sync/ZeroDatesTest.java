package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.date;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Fix;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.testing.EachServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Tables that were made before the SQL mode of today, and what stands in them. */
@Tag("thorough")
class ZeroDatesTest {
    private static Models people(Attribute<?> born, Attribute<?> number) {
        return Models.define(models -> models.model("Person", m -> m.tableName("person")
                .noTimestamps()
                .attribute("id", integer().primaryKey())
                .attribute("born", born)
                .attribute("number", number)
                .attribute("name", string(20))
                .check("positive", "id > 0 or number in (1, 2)")));
    }

    @TestFactory
    Stream<DynamicTest> as_a_default_keep_nothing_from_being_altered() {
        return EachServer.family()
                .map(server -> server.test("a default of zeros", fresh -> {
                    old(fresh.dataSource(), "born DATE NOT NULL DEFAULT '0000-00-00'");
                    Database database = Database.of(fresh.dataSource());
                    Attribute<?> born = date().notNull().defaultValue("0000-00-00");

                    assertThat(Sync.alter()
                                    .plan(people(born, integer()), database)
                                    .isEmpty())
                            .isTrue();
                    assertThat(Sync.alter()
                                    .rehearsing()
                                    .verifying()
                                    .run(people(born, bigInteger()), database)
                                    .steps())
                            .allMatch(s -> s.assessment().risk() == Risk.SAFE);

                    assertThat(text(
                                    "SELECT CONCAT(born, ' ', (SELECT @@sql_mode LIKE '%STRICT%')) FROM person",
                                    fresh.dataSource()))
                            .isEqualTo("0000-00-00 1");
                }));
    }

    /** MariaDB has the error of a wrong default also for defaults that were there before the SQL mode of today. */
    @TestFactory
    Stream<DynamicTest> a_default_that_is_no_moment_is_not_laid_to_what_else_keeps_tables_from_being_altered() {
        return EachServer.family()
                .map(server -> server.test("a wrong default", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE city (seen TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)"));

                    DatabaseException refused = catchThrowableOfType(
                            DatabaseException.class,
                            () -> database.execute(
                                    new Sql("ALTER TABLE city MODIFY COLUMN seen TIMESTAMP NOT NULL DEFAULT 'other'")));

                    assertThat(refused.explanations())
                            .singleElement()
                            .asString()
                            .contains("'other' is no date as it is written");
                }));
    }

    @TestFactory
    Stream<DynamicTest> in_rows_are_told_before_the_table_is_copied() {
        return EachServer.family()
                .filter(s -> s.toString().startsWith("mysql"))
                .map(server -> server.test("rows of zeros", fresh -> {
                    old(fresh.dataSource(), "born DATE NOT NULL");
                    Database database = Database.of(fresh.dataSource());
                    Models wider = people(date().notNull(), bigInteger());

                    assertThat(Sync.alter().plan(wider, database).steps())
                            .singleElement()
                            .satisfies(s -> assertThat(s.assessment().risk()).isEqualTo(Risk.DATA_DEPENDENT));
                    assertThatThrownBy(() -> Sync.alter().run(wider, database))
                            .isInstanceOf(DirtyDataException.class)
                            .hasMessageContaining("1 row of person with a date of zeros in born");

                    database.execute(new Sql("UPDATE person SET born = '2000-01-01'"));
                    Sync.alter().verifying().run(wider, database);
                }));
    }

    @TestFactory
    Stream<DynamicTest> as_a_default_are_why_a_statement_is_refused() {
        return EachServer.family()
                .filter(s -> s.toString().startsWith("mysql"))
                .map(server -> server.test("ALTER of a table with a default of zeros", fresh -> {
                    old(fresh.dataSource(), "born DATE NOT NULL DEFAULT '0000-00-00'");
                    Database database = Database.of(fresh.dataSource());
                    Sql sql = new Sql("ALTER TABLE person ADD nick VARCHAR(10)");

                    DatabaseException refused =
                            catchThrowableOfType(DatabaseException.class, () -> database.execute(sql));

                    assertThat(refused).hasMessageContaining("why : The default of person.born is a date of zeros");
                    Fix fix = refused.explanations().get(0).fix();
                    database.onOneConnection(one -> {
                        fix.before().forEach(one::execute);
                        one.execute(sql);
                        fix.after().forEach(one::execute);
                        assertThatThrownBy(() -> one.execute(new Sql("ALTER TABLE person ADD again INT")))
                                .hasMessageContaining("Invalid default value");
                        return one;
                    });
                }));
    }

    private static void old(DataSource dataSource, String born) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = ''");
            statement.execute("CREATE TABLE person (id INT PRIMARY KEY, " + born
                    + ", number INT, name VARCHAR(20), CONSTRAINT positive CHECK (id > 0 or number in (1, 2)))");
            statement.execute("INSERT INTO person VALUES (1, '0000-00-00', 1, 'a')");
        }
    }

    private static String text(String query, DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
