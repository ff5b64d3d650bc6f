package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Several databases in one class. Alone, because it looks at all databases of the server. */
@Tag("thorough")
@Isolated
@ExtendWith(TestKit.Provider.class)
class SeveralDatabasesTest {
    private static final String TABLES =
            "SELECT coalesce(string_agg(relname, ',' ORDER BY relname), '') FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'public'::regnamespace";

    private static String tables(DataSource database) throws Exception {
        return Notes.ask(database, TABLES);
    }

    @Test
    void each_name_has_a_database_of_its_own_and_the_one_without_is_bound(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        kit.run(TwoTestCases.class).succeeded(5);
        assertThat(kit.databases()).isEqualTo(before);
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "audit", value = DeclarationTest.OtherTable.class)
    static class TwoTestCases {
        private final Database audit;

        TwoTestCases(@NamedDatabase("audit") Database audit) {
            this.audit = audit;
        }

        @BeforeEach
        void before(@NamedDatabase("audit") DataSource named, DataSource unnamed) {
            assertThat(named).isSameAs(audit.dataSource()).isNotSameAs(unnamed);
            assertThat(CurrentDatabase.get().dataSource()).isSameAs(unnamed);
        }

        @RepeatedTest(2)
        void have_their_own_tables_and_are_pristine(Database main, @NamedDatabase("audit") Connection connection)
                throws Exception {
            assertThat(tables(main.dataSource())).isEqualTo("note");
            assertThat(tables(audit.dataSource())).isEqualTo("other");
            assertThat(CurrentDatabase.get("audit")).isSameAs(audit);
            assertThat(Notes.authors(main.dataSource())).isEmpty();
            Notes.write(main.dataSource(), "me");
            connection.createStatement().execute("INSERT INTO other VALUES (1)");
            assertThat(Notes.ask(audit.dataSource(), "SELECT count(*) FROM other"))
                    .isEqualTo("1");
        }

        @Test
        void names_that_are_not_bound_are_told_with_those_that_are() {
            assertThatThrownBy(() -> CurrentDatabase.get("adit"))
                    .hasMessage(
                            "No database is bound here under the name 'adit'; did you mean audit? There are: audit.");
        }

        @Test
        @WithSchema(name = "audit", value = Notes.class)
        void the_closest_of_a_name_wins(@NamedDatabase("audit") DataSource audit, DataSource main) throws Exception {
            assertThat(tables(audit)).isEqualTo("note");
            assertThat(tables(main)).isEqualTo("note");
        }

        @Nested
        @WithSchema(name = "third")
        class Inner {
            @Test
            void all_around_are_there(
                    @NamedDatabase("audit") DataSource audit, @NamedDatabase("third") DataSource third)
                    throws Exception {
                assertThat(tables(audit)).isEqualTo("other");
                assertThat(tables(third)).isEmpty();
            }
        }

        @AfterEach
        void after(@NamedDatabase("audit") Database same) {
            assertThat(same).isSameAs(audit);
        }
    }

    @Test
    void isolation_is_each_ones_own(TestKit kit) {
        kit.run(IsolationTestCases.class).succeeded(2);
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "shared", value = Notes.class, isolation = Isolation.PER_CLASS)
    @WithSchema(name = "rolled-back", value = Notes.class, isolation = Isolation.ROLLBACK)
    static class IsolationTestCases {
        @BeforeAll
        static void before(@NamedDatabase("shared") DataSource shared) throws Exception {
            Notes.write(shared, "before all");
            assertThatThrownBy(CurrentDatabase::get)
                    .hasMessageStartingWith("No database is bound here: this runs once for several tests")
                    .hasMessageContaining("(isolation PER_METHOD)");
            assertThatThrownBy(() -> CurrentDatabase.get("rolled-back"))
                    .hasMessageStartingWith("No database is bound here under the name 'rolled-back': this runs once for"
                            + " several tests")
                    .hasMessageContaining("(isolation ROLLBACK)")
                    .hasMessageContaining("with the name 'rolled-back', @WithSchema(isolation = Isolation.PER_CLASS)");
            assertThatThrownBy(() -> CurrentDatabase.get("sharde"))
                    .hasMessage("No database is bound here under the name 'sharde'; did you mean shared? There are:"
                            + " shared.");
        }

        @RepeatedTest(2)
        void test(DataSource mine, @NamedDatabase("shared") DataSource shared) throws Exception {
            assertThat(Notes.authors(mine)).isEmpty();
            Notes.write(mine, "somebody");
            assertThat(Notes.authors(shared)).isEqualTo("before all");
        }
    }

    @Test
    void a_failure_keeps_all_of_them_and_says_which_is_which(TestKit kit) throws Exception {
        Throwable failure = kit.run(FailingTestCases.class).failed(1).failure();
        List<String> kept = Arrays.stream(failure.getSuppressed())
                .filter(s -> s instanceof KeptDatabase)
                .map(Throwable::getMessage)
                .toList();
        assertThat(kept).hasSize(2);
        assertThat(kept).anyMatch(k -> k.startsWith("the database of this test is kept"));
        assertThat(kept).anyMatch(k -> k.startsWith("the database 'audit' of this test is kept"));
        for (String database : kit.databases()) {
            if (kept.stream().anyMatch(k -> k.contains(database))) {
                kit.execute("DROP DATABASE " + database);
            }
        }
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "audit", value = Notes.class)
    static class FailingTestCases {
        @Test
        void test() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void a_parameter_of_an_unknown_name_is_refused_with_the_known_ones(TestKit kit) {
        assertThat(kit.run(UnknownNameTestCases.class).failed(1).failure())
                .hasMessageContaining("none is declared with the name 'adit'; did you mean audit? There are: audit.");
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "audit")
    static class UnknownNameTestCases {
        @Test
        void test(@NamedDatabase("adit") Connection connection) {}
    }

    @Test
    void where_all_have_names_one_has_to_be_said(TestKit kit) {
        assertThat(kit.run(AllNamedTestCases.class).finished(1, 1, 0).failure())
                .hasMessageContaining("all databases here have names. Say which: @NamedDatabase(\"audit\")");
    }

    @WithSchema(name = "audit")
    static class AllNamedTestCases {
        @Test
        void parameter(Connection connection) {}

        @Test
        void bound() {
            assertThatThrownBy(CurrentDatabase::get)
                    .hasMessageContaining("all databases here have names: audit. Pass the one that is meant");
        }
    }

    @Test
    void a_name_twice_on_one_element_is_refused(TestKit kit) {
        assertThat(kit.run(TwiceTestCases.class).failure())
                .hasMessageContaining(
                        "Two @WithSchema of SeveralDatabasesTest$TwiceTestCases declare the database without a name."
                                + " Name all but one: @WithSchema(name = \"audit\").");
    }

    @WithSchema(Notes.class)
    @WithSchema(keep = Keep.NEVER)
    static class TwiceTestCases {
        @Test
        void test() {}
    }

    @Test
    void what_a_superclass_says_is_completed(TestKit kit) {
        kit.run(HeirTestCases.class).succeeded(1);
    }

    @WithSchema(Notes.class)
    abstract static class Ancestor {}

    @WithSchema(name = "audit", value = DeclarationTest.OtherTable.class)
    static class HeirTestCases extends Ancestor {
        @Test
        void both_are_there(DataSource main, @NamedDatabase("audit") DataSource audit) throws Exception {
            assertThat(tables(main)).isEqualTo("note");
            assertThat(tables(audit)).isEqualTo("other");
        }
    }
}
