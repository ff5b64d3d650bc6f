package dev.fk.core.database;

import dev.fk.core.database.ConvertedValues.Case;
import dev.fk.core.database.ConvertedValues.Fate;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnPostgres
class ConvertedValuesOnPostgresTest {
    @Test
    void no_value_becomes_another_without_consent(Database database) {
        database.execute(new Sql("CREATE DOMAIN short AS varchar(3)"));
        new ConvertedValues(database, "CAST(%s AS text)")
                .are(List.of(
                        new Case("varchar(9)[]", "'{abcdef}'", "varchar(3)[]", Fate.REFUSED),
                        new Case("varchar(9)[]", "'{abc}'", "varchar(3)[]", Fate.FITS),
                        new Case("varchar(3)[]", "'{abc}'", "varchar(9)[]", Fate.KEPT),
                        new Case("text", "'{abcdef}'", "varchar(3)[]", Fate.LOST),
                        new Case("integer[]", "'{1,NULL}'", "bigint[]", Fate.KEPT),
                        new Case("bigint[]", "'{5000000000}'", "integer[]", Fate.REFUSED),
                        new Case("numeric[]", "'{1.55}'", "numeric(5,1)[]", Fate.LOST),
                        new Case("timestamp[]", "'{2020-01-02 03:04:05.6}'", "timestamp(0)[]", Fate.LOST),
                        new Case("boolean[]", "'{true}'", "integer[]", Fate.REFUSED),
                        new Case("text", "'abcdef'", "short", Fate.LOST),
                        new Case("text", "'abcdef'", "\"char\"", Fate.LOST),
                        new Case("text", "'\\101'", "bytea", Fate.LOST),
                        new Case("text", "'1.25 s'", "interval(1)", Fate.LOST),
                        new Case("text", "'127.0.0.1/32'", "inet", Fate.FITS),
                        new Case("bit(8)", "B'10101010'", "bit(4)", Fate.REFUSED),
                        new Case("varbit", "B'10101010'", "varbit(4)", Fate.REFUSED),
                        new Case("varbit(4)", "B'1010'", "varbit", Fate.KEPT),
                        new Case("interval(3)", "'1.234 s'", "interval", Fate.KEPT),
                        new Case("interval", "'1.234 s'", "interval(1)", Fate.LOST),
                        new Case("varchar(9)", "'ab      '", "varchar(5)", Fate.FOUND),
                        new Case("varchar(9)", "'ab   '", "varchar(5)", Fate.FITS),
                        new Case("char(9)", "'ab'", "varchar(5)", Fate.FITS),
                        new Case("boolean", "true", "numeric(1,1)", Fate.REFUSED),
                        new Case("date", "'5874897-12-31'", "timestamp", Fate.FOUND),
                        new Case("date", "'infinity'", "timestamp", Fate.FITS),
                        new Case("date", "'2020-01-02'", "timestamptz", Fate.LOST),
                        new Case("jsonb", "'{\"a\": 1}'", "json", Fate.KEPT)));
    }
}
