package dev.fk.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Lexis;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Map;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.junit.jupiter.api.Test;

/** What the programs psql and mysql read is what the driver was told. */
class ScriptTextTest {
    private static final Lexis POSTGRESQL = new Lexis("\"", true, false, false, false, true);
    private static final Lexis MYSQL = new Lexis("`", false, true, true, true, false);

    private static String mysql(String sql) {
        return new ScriptText(sql, MYSQL).toString();
    }

    @Test
    void a_statement_ends_once_and_not_in_a_comment() {
        assertThat(mysql(" DELETE FROM t ; -- all\n")).isEqualTo("DELETE FROM t;\n");
        assertThat(mysql("DELETE FROM t -- all")).isEqualTo("DELETE FROM t -- all\n;\n");
        assertThat(mysql("DELETE FROM t WHERE a = '-- x'")).isEqualTo("DELETE FROM t WHERE a = '-- x';\n");
        assertThat(mysql(" -- nothing")).isEmpty();
    }

    @Test
    void the_program_mysql_does_not_end_a_routine_inside() {
        String trigger = "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = '//'; SET NEW.b = 1; END";
        assertThat(mysql(trigger + ";")).isEqualTo("DELIMITER ///\n" + trigger + "\n///\nDELIMITER ;\n");
        String function = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END";
        assertThat(new ScriptText(function, POSTGRESQL)).hasToString(function + ";\n");
    }

    @Test
    void values_stand_where_the_driver_takes_a_question_mark_for_a_parameter() {
        Map<Integer, String> values = Map.of(1, "-7", 2, "'x'");
        assertThat(Placeholders.of("UPDATE t SET a = a-? WHERE b ?? ? -- don't?", POSTGRESQL)
                        .fill(values))
                .isEqualTo("UPDATE t SET a = a- -7 WHERE b ? 'x' -- don't?");
        assertThat(Placeholders.of("SELECT 'it\\'s?', `?`, ? # isn't?\n, ?", MYSQL)
                        .fill(values))
                .isEqualTo("SELECT 'it\\'s?', `?`, -7 # isn't?\n, 'x'");
        assertThat(Placeholders.of("SELECT $$ ? $$, a ?? 'b'", POSTGRESQL).fill(Map.of()))
                .isEqualTo("SELECT $$ ? $$, a ? 'b'");
        assertThat(Placeholders.of("{call p(?, ?)}", MYSQL).fill(values)).isEqualTo("CALL p(-7, 'x')");
        assertThat(Placeholders.of("{? = call f(?)}", POSTGRESQL).fill(values)).isEqualTo("SELECT * FROM f('x')");
    }

    @Test
    void values_are_what_the_driver_sends() {
        assertThat(Literals.of(Double.NaN, POSTGRESQL)).isEqualTo("'NaN'");
        assertThat(Literals.of(new BigDecimal("1E+3"), MYSQL)).isEqualTo("1000");
        assertThat(Literals.of(new BigDecimal("1E+999999999"), MYSQL)).isEqualTo("1E+999999999");
        assertThat(Literals.of(new String[] {"a", null, "b\"\\"}, POSTGRESQL))
                .isEqualTo("'{\"a\",NULL,\"b\\\"\\\\\"}'");
        assertThat(Literals.of(LocalDate.of(-43, 3, 15), POSTGRESQL)).isEqualTo("'0044-03-15 BC'");
        assertThat(Literals.of(Date.valueOf(LocalDate.of(-43, 3, 15)), POSTGRESQL))
                .isEqualTo("'0044-03-15 BC'");
        assertThat(Literals.of(LocalDate.MAX, POSTGRESQL)).isEqualTo("'infinity'");
        assertThat(Literals.of(LocalDate.of(12345, 1, 2), POSTGRESQL)).isEqualTo("'12345-01-02'");
        assertThat(Literals.of(LocalTime.NOON, POSTGRESQL)).isEqualTo("'12:00'");
        assertThat(Literals.of(Year.of(2024), MYSQL)).isEqualTo("'2024'");
        assertThat(Literals.of(OffsetDateTime.parse("2024-02-29T12:00+05:30"), POSTGRESQL))
                .isEqualTo("'2024-02-29T12:00+05:30'");
        assertThat(Literals.of(new java.util.Date(0), MYSQL)).matches("'19(70|69)-\\d\\d-\\d\\d \\d\\d:\\d\\d:00.0'");
        assertThat(Literals.of("\\ \r\n \0", MYSQL)).isEqualTo("'\\\\ \\r\n \\0'");
        assertThat(Literals.bytes(new byte[] {0, -1}, POSTGRESQL)).isEqualTo("'\\x00ff'");
    }

    @Test
    void large_objects_are_asked_and_what_says_nothing_is_not_taken_for_a_text() throws Exception {
        var blob = new SerialBlob("ab".getBytes(StandardCharsets.US_ASCII));
        assertThat(LargeObjectText.of(blob, MYSQL)).isEqualTo("X'6162'");
        assertThat(LargeObjectText.of(new SerialClob("it's".toCharArray()), MYSQL))
                .isEqualTo("'it''s'");
        blob.free();
        assertThat(LargeObjectText.of(blob, MYSQL)).startsWith("NULL /* javax.sql.rowset.serial.SerialBlob");
        assertThat(Literals.of(new Object(), MYSQL)).startsWith("NULL /* java.lang.Object");
    }

    @Test
    void a_stream_in_memory_is_read_and_still_there_for_the_driver() {
        var bytes = new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(StreamText.of(bytes, 2, false, MYSQL)).isEqualTo("X'6162'");
        assertThat(StreamText.of(bytes, -1, true, MYSQL)).isEqualTo("'abc'");
        assertThat(bytes.available()).isEqualTo(3);
        assertThat(StreamText.of(new StringReader("it's"), -1, false, MYSQL)).isEqualTo("'it''s'");
        assertThat(StreamText.of(new FilterReader(new StringReader("a")) {}, -1, false, MYSQL))
                .startsWith("NULL /* ")
                .endsWith(", which only the driver has read */");
    }
}
