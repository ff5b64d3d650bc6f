package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Databases of one test on servers of different kinds. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(TestKit.Provider.class)
class SeveralEnginesTest {
    @Test
    void files_about_failures_tell_of_each_server_what_was_there(TestKit kit) {
        var files =
                kit.run(FailingTestCases.class, "fk.keep", "never").failed(1).files();
        assertThat(files.get("fk-repro.sql")).contains("on PostgreSQL").contains("CREATE TABLE \"note\"");
        assertThat(files.get("fk-other-repro.sql")).contains("on MariaDB").contains("CREATE TABLE `note`");
        assertThat(files.get("fk-other-diff.txt")).contains("note: 0 → 1");
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "other", dialect = "mariadb", value = Notes.class)
    static class FailingTestCases {
        @Test
        void fails(@NamedDatabase("other") DataSource other) throws Exception {
            Notes.write(other, "me");
            throw new AssertionError("on purpose");
        }
    }

    @Nested
    @WithSchema(ChatOnEachDialectTest.ChatModels.class)
    @WithSchema(
            name = "audit",
            dialect = "mariadb",
            value = ModelsTest.AuthorModels.class,
            whenUnavailable = WhenUnavailable.ABORT)
    class Declared {
        @Test
        void each_is_on_its_server(Database main, @NamedDatabase("audit") Database audit) {
            assertThat(main.server().product()).isEqualTo("PostgreSQL");
            assertThat(main.read().schema().table("chat")).isPresent();
            assertThat(audit.server().product()).isEqualTo("MariaDB");
            assertThat(audit.read().schema().table("book")).isPresent();
            assertThat(CurrentDatabase.get()).isSameAs(main);
        }
    }

    @Nested
    @OnEachDialect({"postgresql", "mariadb"})
    @WithSchema(value = ChatOnEachDialectTest.ChatModels.class, whenUnavailable = WhenUnavailable.ABORT)
    @WithSchema(name = "audit", dialect = "postgresql")
    class OnSeveral {
        @Test
        void one_with_a_server_of_its_own_stays_there(Database main, @NamedDatabase("audit") Database audit) {
            assertThat(main.read().schema().table("chat")).isPresent();
            assertThat(audit.server().product()).isEqualTo("PostgreSQL");
            assertThat(audit.read().schema().tables()).isEmpty();
            assertThat(audit.url()).isNotEqualTo(main.url());
        }
    }
}
