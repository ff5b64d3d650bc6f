package dev.fk.core.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers make of one expression is one expression again, and what means something else stays different. */
class NeutralSqlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                // declared or PostgreSQL ~ MySQL or MariaDB
                "total >= 0 ~ (`total` >= 0)",
                "((title)::text <> ''::text) ~ (`title` <> _utf8mb4'')",
                "((title)::text <> ''::text) ~ `title` <> ''",
                "(status)::text = ANY (ARRAY['new'::text, 'Paid'::text]) ~ (`status` in"
                        + " (_utf8mb4\\'new\\',_utf8mb4\\'Paid\\'))",
                "a > 0 AND b < 3 ~ ((`a` > 0) and (`b` < 3))",
                "((a > 0) OR (b < 3)) ~ `a` > 0 or `b` < 3",
                "now() ~ CURRENT_TIMESTAMP",
                "CURRENT_TIMESTAMP ~ current_timestamp()",
                "0 ~ 0.00",
                "'guest'::enum_customers_level ~ 'guest'",
                "\"roomNo\" IS NOT NULL ~ `roomNo` is not null"
            })
    void the_same_is_the_same(String one, String other) {
        assertThat(NeutralSql.of(one)).isEqualTo(NeutralSql.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "'Guest' ~ 'guest'",
                "' ' ~ ''",
                "a > 0 ~ a >= 0",
                "(a or b) and c ~ a or (b and c)",
                "(a + b) * c ~ a + (b * c)",
                "a = '(b)' ~ a = 'b'",
                "0.10 ~ 0.1::numeric + 1",
                "length(a) > 1 ~ length > 1",
                "a in ('b', 'c') ~ a in ('b')"
            })
    void something_else_is_something_else(String one, String other) {
        assertThat(NeutralSql.of(one)).isNotEqualTo(NeutralSql.of(other));
    }
}
