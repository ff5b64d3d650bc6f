package dev.fk.junit.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingRulesTest {
    private final NamingRules rules = NamingRules.of(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__a.sql",
                "V1.2__a.sql",
                "V1_2__a_b.sql",
                "V20240206101500__a.sql",
                "U1__a.sql",
                "B3__baseline.sql",
                "R__view.sql",
                "beforeMigrate.sql",
                "afterMigrate__grants.sql",
                "V1__a.sql.conf",
                "V4__InJava.class",
                "Helper.class",
                "README.md"
            })
    void what_flyway_runs_or_was_never_meant_to_run_is_fine(String file) {
        assertThat(rules.objection(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "V2_orders.sql, V2__orders.sql",
        "v2__orders.sql, V2__orders.sql",
        "V2-orders.sql, V2__orders.sql",
        "V1.2-Add Orders.sql, V1.2__add_orders.sql",
        "V2.sql, V2__what_it_does.sql",
        "2__orders.sql, V2__orders.sql",
        "V2__orders.SQL, V2__orders.sql",
        "V2__orders.sql.txt, V2__orders.sql",
        "Vtwo__orders.sql, V<version>__<what it does>.sql",
        "orders.sql, V<version>__<what it does>.sql",
    })
    void what_flyway_passes_over_gets_a_name(String file, String better) {
        assertThat(rules.objection(file)).hasValueSatisfying(o -> assertThat(o).endsWith(" Call it " + better + "."));
    }

    @Test
    void versions_that_are_written_differently_are_the_same_to_flyway() {
        assertThat(rules.version("V1.0__a.sql")).isEqualTo(rules.version("V1__b.sql"));
        assertThat(rules.version("V01__a.sql")).isEqualTo(rules.version("V1__b.sql"));
        assertThat(rules.version("V1_1__a.sql")).isEqualTo(rules.version("V1.1__b.sql"));
    }

    @Test
    void settings_change_the_rules() {
        NamingRules own = NamingRules.of(Map.of(
                "flyway.sqlMigrationPrefix", "M",
                "flyway.sqlMigrationSeparator", "-",
                "flyway.sqlMigrationSuffixes", ".sql,.pgsql"));

        assertThat(own.objection("M1-a.pgsql")).isEmpty();
        assertThat(own.objection("V1__a.sql")).isPresent();
    }
}
