package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who shares a database, and what they see of each other. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class IsolationTest {
    private static final Set<String> READ = ConcurrentHashMap.newKeySet();

    @Test
    void what_a_test_writes_is_rolled_back(TestKit kit) {
        kit.run(RollbackTestCases.class).succeeded(5);
        kit.run(RollbackTestCases.class, "fk.isolation", "per-method").succeeded(5);
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    static class RollbackTestCases {
        @BeforeEach
        void before(DataSource dataSource) throws Exception {
            assertThat(Notes.authors(dataSource)).isEmpty();
            Notes.write(dataSource, "before");
        }

        @RepeatedTest(5)
        void test(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "test");
            assertThat(Notes.authors(dataSource)).isEqualTo("before,test");
        }
    }

    @Test
    void a_failed_test_that_would_be_rolled_back_leaves_what_it_wrote_for_inspection(TestKit kit) throws Exception {
        String url = TestKit.keptUrl(
                kit.run(FailingRollbackTestCases.class).failed(1).failure());
        assertThat(kit.query(url, "SELECT author FROM note")).containsExactly("evidence");
        kit.execute("DROP DATABASE " + url.replaceAll(".*/", "").replaceAll("\\?.*", ""));
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    static class FailingRollbackTestCases {
        @Test
        void test(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "evidence");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void readers_of_the_same_share_one_database_in_all_classes(TestKit kit) {
        kit.run(List.of(OneReaderTestCases.class, OtherReaderTestCases.class)).succeeded(4);
        assertThat(READ).hasSize(1);
    }

    @WithSchema(value = Notes.class, isolation = Isolation.READ_ONLY)
    static class OneReaderTestCases {
        @BeforeAll
        static void is_there(Database database) {
            READ.add(database.url());
        }

        @RepeatedTest(2)
        void reads(DataSource dataSource) throws Exception {
            assertThat(Notes.authors(dataSource)).isEmpty();
            assertThatThrownBy(() -> Notes.write(dataSource, "me"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only");
        }
    }

    static class OtherReaderTestCases {
        @RepeatedTest(2)
        @WithSchema(value = Notes.class, isolation = Isolation.READ_ONLY)
        void reads(Database database) {
            READ.add(database.url());
        }
    }
}
