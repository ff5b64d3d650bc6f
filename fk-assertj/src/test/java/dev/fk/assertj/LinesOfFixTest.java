package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fix does what was asked for when it is copied out of the message, also where what was asked for has lines. */
class LinesOfFixTest {
    private static final String LINES = "it's \"so\"\n  or \\ so\n";

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void are_those_of_the_comment(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), "CREATE TABLE one (a integer)");
            ThrowingCallable commented =
                    () -> assertThat(table(database, "one")).hasColumn("a").hasComment(LINES);

            String failure = String.valueOf(catchThrowable(commented).getMessage());
            TestServer.execute(database.dataSource(), Fix.of(failure).toArray(String[]::new));

            assertThat(catchThrowable(commented)).as(failure).isNull();
        });
    }
}
