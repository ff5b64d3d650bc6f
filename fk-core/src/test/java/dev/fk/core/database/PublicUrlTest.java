package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:5432/d, jdbc:postgresql://h:5432/d",
        "jdbc:mysql://h/d?user=root&password=x&sslMode=DISABLED, jdbc:mysql://h/d?sslMode=DISABLED",
        "jdbc:mysql://h/d?password=x, jdbc:mysql://h/d",
        "jdbc:mysql://root:x@h/d, jdbc:mysql://h/d",
        "jdbc:mysql://h/d?a=b&trustCertificateKeyStorePassword=x, jdbc:mysql://h/d?a=b",
    })
    void tells_where_and_not_who(String given, String told) {
        assertThat(PublicUrl.of(given)).isEqualTo(told);
    }
}
