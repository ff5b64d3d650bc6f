package dev.fk.assertj;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The texts a failure chooses among, once on every server. */
@Tag("thorough")
class FailureTextsTest {
    @Nested
    class OnPostgreSql extends FailureTexts {
        OnPostgreSql() {
            super(Engine.POSTGRESQL);
        }
    }

    @Nested
    class OnMySql extends FailureTexts {
        OnMySql() {
            super(Engine.MYSQL);
        }
    }

    @Nested
    class OnMariaDb extends FailureTexts {
        OnMariaDb() {
            super(Engine.MARIADB);
        }
    }
}
