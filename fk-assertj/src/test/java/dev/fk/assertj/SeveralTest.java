package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where several may be meant, those are that fit what is said of them; none is altered of which nobody knows that it is meant. */
class SeveralTest {
    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void checks_of_one_column(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (a integer, b integer, CONSTRAINT lower_than CHECK (a < b),"
                            + " CONSTRAINT least CHECK (a > 0), CONSTRAINT most CHECK (a < 10))");
            TableAssert one = assertThat(table(database, "one"));

            one.hasCheckOn("a").hasExpression("a > 0").named("least");
            one.hasCheckOn("a").named("most").hasExpression("a < 10");
            one.hasCheckOn("a", "b").hasExpression("a < b");

            assertThatThrownBy(() -> one.hasCheckOn("a").hasExpression("a > 1"))
                    .hasMessageContainingAll("[lower_than]", "[least]", "[most]")
                    .hasMessageNotContaining("fix : ");
            assertThatThrownBy(() -> one.hasCheckOn("a").named("least").hasExpression("a > 1"))
                    .hasMessageContaining("fix : ")
                    .hasMessageNotContaining("[most]");
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void unique_keys_of_the_same_columns(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (a integer, CONSTRAINT first_of UNIQUE (a))",
                    "ALTER TABLE one ADD CONSTRAINT second_of UNIQUE (a)");
            TableAssert one = assertThat(table(database, "one"));

            one.hasUniqueKey("a").named("first_of");
            one.hasUniqueKey("a").named("second_of").isNotDeferrable();
            assertThatThrownBy(() -> one.hasUniqueKey("a").named("third_of"))
                    .hasMessageContainingAll("[first_of]", "[second_of]")
                    .hasMessageNotContaining("fix : ");
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void indexes_on_the_same_columns(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (a integer)",
                    "CREATE INDEX first_of ON one (a)",
                    "CREATE INDEX second_of ON one (a)");
            TableAssert one = assertThat(table(database, "one"));

            one.hasIndex("a").named("second_of").isNotUnique();
            for (ThrowingCallable which : List.<ThrowingCallable>of(
                    () -> one.hasIndex("a").named("third_of"),
                    () -> one.hasIndex("a").hasNameMatching("ix_.*"),
                    () -> one.hasIndex("a").isUnique())) {
                assertThatThrownBy(which)
                        .hasMessageContainingAll("[first_of]", "[second_of]")
                        .hasMessageNotContaining("fix : ");
            }
        });
    }
}
