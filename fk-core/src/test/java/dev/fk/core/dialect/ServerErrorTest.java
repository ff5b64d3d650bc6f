package dev.fk.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and numbers are found in the words of a server, in whatever language they are. */
class ServerErrorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: relation \"child\" does not exist",
                "FEHLER: Relation »child« existiert nicht",
                "FEHLER: Relation >>child<< existiert nicht",
                "FEHLER: Relation „child“ existiert nicht",
                "ERREUR: la relation « child » n'existe pas",
                "ERREUR: la relation <<?child?>> n'existe pas",
                "ERROR: no existe la relación «child»",
                "ОШИБКА: отношение \"child\" не существует",
                "Tabelle 'child' existiert nicht",
                "Kann Tabelle `x`.`child` nicht erzeugen"
            })
    void finds_names(String message) {
        ServerError error = new ServerError(0, "", message);

        assertThat(error.names("child")).isTrue();
        assertThat(error.names("chil")).isFalse();
        assertThat(error.names("Relation")).isFalse();
        assertThat(error.names("")).isFalse();
    }

    @Test
    void what_stands_between_names_is_none() {
        ServerError error = new ServerError(0, "", "\"a\" of \"b\"");

        assertThat(error.names("of")).isFalse();
        assertThat(error.quoted()).containsExactly("a", "b");
    }

    @Test
    void finds_numbers_that_are_no_part_of_a_name() {
        String message = "(conn=70001) Feldlänge für Feld 'c12' und '3' zu groß (maximal 16383), 255.";

        assertThat(new ServerError(1074, "", message).numbers()).containsExactly(16383L, 255L);
    }

    /** It is read for InnoDB's numbers, of which 121 is one. */
    @Test
    void the_number_of_a_connection_is_none_of_the_error() {
        SQLException thrown = new SQLException("(conn=121) Can't create table `t` (errno: 150 \"…\")", "HY000", 1005);

        assertThat(ServerError.of(thrown).message()).startsWith("Can't create table");
    }
}
