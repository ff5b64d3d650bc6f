package dev.fk.core.conformance;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases that real Sequelize was run through: our catalog is the same, or differs for a written reason. */
@OnPostgres
class ConformanceTest {
    private static final Conformance POSTGRES = new Conformance("postgres", "postgres", new PostgresWords());

    @TestFactory
    Stream<DynamicTest> postgres(PostgresServer server) {
        return POSTGRES.cases().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.id(), () -> POSTGRES.check(c, () -> server.fresh().withScope(CatalogScope.allSchemas()))));
    }

    @AfterAll
    static void report() throws IOException {
        POSTGRES.report();
    }
}
