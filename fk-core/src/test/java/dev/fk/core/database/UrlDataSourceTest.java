package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlDataSourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://u:s3cret@h:1/d | accepts postgres://h:1/d; a JDBC URL begins with jdbc:",
                "jdbc:oracle:thin://h/d?password=s3cret | accepts jdbc:oracle:thin://h/d; add that of the database",
                "jdbc:postgresql://h/d?password=s3cret%zz | accepts jdbc:postgresql://h/d; add that of the database, or if it",
            })
    void a_url_that_no_driver_takes_is_told_without_its_password(String url, String told) {
        StringWriter trace = new StringWriter();
        catchThrowable(() -> Database.at(url)).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString())
                .contains("no driver on the class path " + told)
                .doesNotContain("s3cret");
    }
}
