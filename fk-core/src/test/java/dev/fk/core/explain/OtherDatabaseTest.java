package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.EachServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Without a database before its name the referenced table is, on the MySQL family, that of the database of the referencing
 * one, not that of the connection.
 */
@Tag("thorough")
class OtherDatabaseTest {
    private static final List<String> SHOPS = List.of(
            "CREATE TABLE ${other}.shop (id INT PRIMARY KEY, region INT, FOREIGN KEY (region) REFERENCES region (code))",
            "ALTER TABLE ${other}.plain ADD FOREIGN KEY (region) REFERENCES region (code)");

    @TestFactory
    Stream<DynamicTest> a_parent_without_one_is_looked_for_where_the_server_looks() {
        return EachServer.family().flatMap(server -> SHOPS.stream()
                .map(shop -> server.test(shop, fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    String mine = database.server().database();
                    String other = mine + "_other";
                    execute(
                            database,
                            "DROP DATABASE IF EXISTS " + other,
                            "CREATE DATABASE " + other,
                            "CREATE TABLE region (code INT PRIMARY KEY)",
                            "CREATE TABLE " + other + ".plain (id INT PRIMARY KEY, region INT)");
                    try {
                        String statement = shop.replace("${other}", other);
                        Explanation elsewhere = explained(database, statement);
                        assertThat(elsewhere.cause()).isEqualTo(Cause.PARENT_IN_OTHER_SCHEMA);
                        assertThat(elsewhere.fact())
                                .startsWith(
                                        "There is no table region in the schema " + other + ", where the server looks")
                                .endsWith("but there is " + mine + ".region");

                        execute(database, "CREATE TABLE " + other + ".region (code VARCHAR(9) PRIMARY KEY)");
                        Explanation beside = explained(database, statement);
                        assertThat(beside.cause()).isEqualTo(Cause.TYPE_DIFFERS);
                        assertThat(beside.fact())
                                .contains("but " + other + ".region.code, which it references, is VARCHAR(9)");

                        database.execute(elsewhere.fix().instead().orElseThrow());
                    } finally {
                        execute(database, "DROP DATABASE " + other);
                    }
                })));
    }

    private static Explanation explained(Database database, String statement) {
        List<Explanation> found = catchThrowableOfType(DatabaseException.class, () -> execute(database, statement))
                .explanations();
        assertThat(found).isNotEmpty();
        return found.get(0);
    }

    private static void execute(Database database, String... statements) {
        Stream.of(statements).map(Sql::new).forEach(database::execute);
    }
}
