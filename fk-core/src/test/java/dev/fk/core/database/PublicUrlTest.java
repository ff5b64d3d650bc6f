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
        "jdbc:mysql://u:x@h:1/d, jdbc:mysql://h:1/d",
        "jdbc:mysql://u:x/y@h:1/d?a=b, jdbc:mysql://h:1/d?a=b",
        "jdbc:mysql://u:x?y@h:1/d, jdbc:mysql://u",
        "jdbc:mysql://h/d?password=x&y&a=b, jdbc:mysql://h/d?a=b",
        "jdbc:postgresql://[::1]:5432/d, jdbc:postgresql://[::1]:5432/d",
        "jdbc:mysql://address=(host=h)(password=x)(port=1)/d, jdbc:mysql://address=(host=h)(password=…)(port=1)/d",
        "jdbc:mysql://h/d?a=b&trustCertificateKeyStorePassword=x, jdbc:mysql://h/d?a=b",
    })
    void tells_where_and_not_who(String given, String told) {
        assertThat(PublicUrl.of(given)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:mysql://u:x@h:1,u:y@g:2/d jdbc:mysql://h:1,g:2/d",
                "jdbc:mysql://u:x@[h:1,g:2]/d jdbc:mysql://[h:1,g:2]/d",
                "jdbc:mysql:replication://u:x@h,u:y@g/d jdbc:mysql:replication://h,g/d",
                "jdbc:mysql://(host=h,port=1,user=u,password=x)/d jdbc:mysql://(host=h,port=1,user=…,password=…)/d",
            })
    void tells_where_and_not_who_of_each_host(String given, String told) {
        assertThat(PublicUrl.of(given)).isEqualTo(told);
    }
}
