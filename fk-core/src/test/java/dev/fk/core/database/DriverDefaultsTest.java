package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DriverDefaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://db:5433/shop?connectTimeout=5&currentSchema=sales", "jdbc:postgresql://db:1/d"
            })
    void are_not_told_of_a_data_source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        assertThat(source.getUrl()).contains("loginTimeout=0", "ApplicationName=PostgreSQL+JDBC+Driver");
        assertThat(DriverDefaults.without(source.getUrl())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d",
                "jdbc:postgresql://h/d?options=-c%20a%",
                "jdbc:mysql://h:3307/d?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                "jdbc:mariadb://h/d?sslMode=trust",
                "jdbc:nobodys:x?a=b",
            })
    void what_was_said_stays(String url) {
        assertThat(DriverDefaults.without(url)).isEqualTo(url);
    }
}
