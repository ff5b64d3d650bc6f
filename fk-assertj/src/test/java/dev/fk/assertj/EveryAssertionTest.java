package dev.fk.assertj;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The table of assertions, once on every server. */
@Tag("thorough")
class EveryAssertionTest {
    @Nested
    class OnPostgreSql extends AssertionTable {
        OnPostgreSql() throws Exception {
            super(Engine.POSTGRESQL);
        }
    }

    @Nested
    class OnMySql extends AssertionTable {
        OnMySql() throws Exception {
            super(Engine.MYSQL);
        }
    }

    @Nested
    class OnMariaDb extends AssertionTable {
        OnMariaDb() throws Exception {
            super(Engine.MARIADB);
        }
    }
}
