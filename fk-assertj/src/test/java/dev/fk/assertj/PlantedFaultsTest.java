package dev.fk.assertj;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Planted faults, on every server. */
@Tag("thorough")
class PlantedFaultsTest {
    @Nested
    class OnPostgreSql extends PlantedFaults {
        OnPostgreSql() {
            super(Engine.POSTGRESQL);
        }
    }

    @Nested
    class OnMySql extends PlantedFaults {
        OnMySql() {
            super(Engine.MYSQL);
        }
    }

    @Nested
    class OnMariaDb extends PlantedFaults {
        OnMariaDb() {
            super(Engine.MARIADB);
        }
    }
}
