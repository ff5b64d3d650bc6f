package dev.fk.core.database;

import dev.fk.core.database.ConvertedValues.Case;
import dev.fk.core.database.ConvertedValues.Fate;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class ConvertedValuesOnMySqlTest {
    static Stream<MySqlServers.Server> servers() {
        return MySqlServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void no_value_becomes_another_without_consent(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
            new ConvertedValues(own.database(), "HEX(CAST(%s AS CHAR))")
                    .are(List.of(
                            new Case("int", "1", "enum('a','b')", Fate.LOST),
                            new Case("varchar(9)", "'0'", "enum('a','b')", Fate.FOUND),
                            new Case("varchar(9)", "'1'", "enum('a','b')", Fate.FOUND),
                            new Case("varchar(9)", "'1'", "enum('a','1')", Fate.FITS),
                            new Case("varbinary(9)", "'1'", "enum('a','b')", Fate.LOST),
                            new Case("varchar(9)", "'1.5'", "int", Fate.FOUND),
                            new Case("varchar(9)", "'-15'", "int", Fate.FITS),
                            new Case("varchar(20)", "'2020-01-02'", "decimal(10,0)", Fate.FOUND),
                            new Case("text", "'ab      '", "varchar(5)", Fate.FOUND),
                            new Case("varchar(9)", "'ab      '", "varchar(5)", Fate.FOUND),
                            new Case("varchar(9)", "'ab   '", "varchar(5)", Fate.FITS),
                            new Case("set('a','b')", "'a,b'", "set('a','b','c')", Fate.KEPT),
                            new Case("set('a','b')", "'a,b'", "set('a')", Fate.REFUSED),
                            new Case("bit(4)", "b'1010'", "bit(8)", Fate.KEPT),
                            new Case("bit(8)", "b'10101010'", "bit(4)", Fate.REFUSED),
                            new Case("binary(5)", "'a'", "varbinary(5)", Fate.KEPT),
                            new Case("varbinary(5)", "'a'", "binary(5)", Fate.LOST)));
        }
    }
}
