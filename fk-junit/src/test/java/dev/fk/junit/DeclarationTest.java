package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.sync.SyncMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the annotation is found, and what wins. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class DeclarationTest {
    private static final String TABLES =
            "SELECT coalesce(string_agg(relname, ',' ORDER BY relname), '') FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'public'::regnamespace";

    private static String tables() throws SQLException {
        return Notes.ask(CurrentDatabase.get().dataSource(), TABLES);
    }

    @Test
    void is_inherited_from_a_superclass(TestKit kit) {
        kit.run(HeirTestCases.class).succeeded(2);
    }

    @WithSchema(Notes.class)
    abstract static class Ancestor {
        @Test
        void inherited_test() throws Exception {
            assertThat(tables()).isEqualTo("note");
        }
    }

    static class HeirTestCases extends Ancestor {
        @Test
        void own_test() throws Exception {
            assertThat(tables()).isEqualTo("note");
        }
    }

    @Test
    void is_inherited_from_an_interface(TestKit kit) {
        kit.run(ImplementingTestCases.class).succeeded(1);
    }

    @WithSchema(Notes.class)
    interface WithNotesInterface {}

    static class ImplementingTestCases implements WithNotesInterface {
        @Test
        void test() throws Exception {
            assertThat(tables()).isEqualTo("note");
        }
    }

    @Test
    void is_found_on_an_annotation_of_ones_own(TestKit kit) {
        kit.run(ComposedTestCases.class).succeeded(1);
    }

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @WithSchema(Notes.class)
    @interface WithNotes {}

    @WithNotes
    static class ComposedTestCases {
        @Test
        void test() throws Exception {
            assertThat(tables()).isEqualTo("note");
        }
    }

    @Test
    void works_on_a_method_alone(TestKit kit) {
        kit.run(MethodTestCases.class).succeeded(2);
    }

    static class MethodTestCases {
        @Test
        @WithSchema(Notes.class)
        void with(Database database) throws Exception {
            assertThat(tables()).isEqualTo("note");
        }

        @Test
        void without() {
            assertThat(CurrentDatabase.find()).isEmpty();
        }
    }

    @Test
    void the_closest_annotation_wins_attribute_by_attribute(TestKit kit) {
        kit.run(MergingTestCases.class).succeeded(4);
    }

    @WithSchema(Notes.class)
    static class MergingTestCases {
        @Test
        @WithSchema(OtherTable.class)
        void other_sources_on_the_method() throws Exception {
            assertThat(tables()).isEqualTo("other");
        }

        @Test
        @WithSchema(keep = Keep.NEVER)
        void same_sources_when_the_method_names_none() throws Exception {
            assertThat(tables()).isEqualTo("note");
        }

        @Test
        @WithSchema(sync = SyncMode.NONE)
        void no_sync_no_tables() throws Exception {
            assertThat(tables()).isEmpty();
        }

        @Nested
        @WithSchema({Notes.class, OtherTable.class})
        class Inner {
            @Test
            void both_sources_in_the_nested_class() throws Exception {
                assertThat(tables()).isEqualTo("note,other");
            }
        }
    }

    @Test
    void a_nested_class_that_is_inherited_sees_the_heir(TestKit kit) {
        kit.run(HeirOfNestedTestCases.class).succeeded(1);
    }

    abstract static class AncestorWithNested {
        @Nested
        class Inner {
            @Test
            void sees_the_annotation_of_the_heir() throws Exception {
                assertThat(tables()).isEqualTo("other");
            }
        }
    }

    @WithSchema(OtherTable.class)
    static class HeirOfNestedTestCases extends AncestorWithNested {}

    @Test
    void nested_classes_share_the_database_of_the_class_around_them_and_their_own_if_annotated(TestKit kit) {
        kit.run(SharedTestCases.class).succeeded(3);
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedTestCases {
        private final Database mine = CurrentDatabase.get();

        @Test
        void same_in_the_class() {
            assertThat(CurrentDatabase.get()).isSameAs(mine);
        }

        @Nested
        class Inner {
            @Test
            void same_in_a_nested_class() {
                assertThat(CurrentDatabase.get()).isSameAs(mine);
            }
        }

        @Nested
        @WithSchema(OtherTable.class)
        class Annotated {
            @Test
            void another_in_an_annotated_nested_class() throws Exception {
                assertThat(CurrentDatabase.get()).isNotSameAs(mine);
                assertThat(tables()).isEqualTo("other");
            }
        }
    }

    @Test
    void per_class_on_a_method_is_refused(TestKit kit) {
        assertThat(kit.run(PerClassOnMethodTestCases.class).failed(1).failure())
                .hasMessageContaining("@WithSchema(isolation = PER_CLASS) on the method")
                .hasMessageContaining("Put it on the class, or remove it.");
    }

    static class PerClassOnMethodTestCases {
        @Test
        @WithSchema(isolation = Isolation.PER_CLASS)
        void test() {}
    }

    @Test
    void two_sync_modes_are_refused(TestKit kit) {
        assertThat(kit.run(TwoModesTestCases.class).failure()).hasMessageContaining("names 2 modes: [ALTER, FORCE]");
    }

    @WithSchema(sync = {SyncMode.ALTER, SyncMode.FORCE})
    static class TwoModesTestCases {
        @Test
        void test() {}
    }

    @Test
    void a_class_that_is_no_source_is_refused(TestKit kit) {
        assertThat(kit.run(NoSourceTestCases.class).failed(1).failure())
                .hasMessageContaining("java.lang.String, which is neither a schema source nor a record")
                .hasMessageContaining("a @JvmRecord data class. Of entities HibernateSource is the source.");
    }

    @WithSchema(String.class)
    static class NoSourceTestCases {
        @Test
        void test() {}
    }

    @Test
    void a_source_that_cannot_be_instantiated_is_refused(TestKit kit) {
        assertThat(kit.run(InnerSourceTestCases.class).failed(1).failure())
                .hasMessageContaining("cannot be instantiated")
                .hasMessageContaining("static if it stands inside another");
    }

    @WithSchema(InnerSourceTestCases.Source.class)
    static class InnerSourceTestCases {
        @Test
        void test() {}

        class Source implements SchemaSource {
            @Override
            public void applyTo(Database database) {}

            @Override
            public String fingerprint() {
                return "";
            }
        }
    }

    static final class OtherTable implements SchemaSource {
        @Override
        public void applyTo(Database database) {
            try {
                Notes.execute(database.dataSource(), "CREATE TABLE other (id int)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String fingerprint() {
            return "other";
        }
    }
}
