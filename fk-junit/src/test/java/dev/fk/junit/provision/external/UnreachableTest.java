package dev.fk.junit.provision.external;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is not there; the drivers keep the reason in the cause of their exceptions. */
class UnreachableTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql, jdbc:postgresql://fk.invalid/postgres, UnknownHostException: fk.invalid",
        "mysql, jdbc:mysql://fk.invalid/, UnknownHostException: fk.invalid",
        "mysql, jdbc:mysql://127.0.0.1:1/, ConnectException: Connection refused",
    })
    void the_failure_says_why(String dialect, String url, String reason) {
        ServerRequest request = new ServerRequest(dialect, Optional.empty(), Map.of("url", url));
        assertThatThrownBy(() -> new External().start(request))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith(
                        "fk." + dialect + ".url is set to " + url + ", but no connection is to be had: ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("\nStart that server, correct the setting, or remove it to let fk start one.");
    }
}
