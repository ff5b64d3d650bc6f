package dev.fk.junit.provision.external;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .asInstanceOf(throwable(ServerStartException.class))
                .matches(ServerStartException::isUnavailable)
                .hasMessageStartingWith(
                        "fk." + dialect + ".url is set to " + url + ", but no connection is to be had: ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith(
                        """

                        Start that server, correct the setting, or remove it to let fk start one.
                        Or let the tests be aborted instead: fk.when-unavailable=abort.""");
    }

    @Test
    void what_no_driver_takes_is_said_without_the_password() {
        ServerRequest request = new ServerRequest(
                "mysql", Optional.empty(), Map.of("url", "jdbc:mysql:other://me:secret@127.0.0.1/?password=secret"));
        assertThatThrownBy(() -> new External().start(request))
                .isInstanceOf(ServerStartException.class)
                .hasNoCause()
                .hasMessage("fk.mysql.url is set to jdbc:mysql:other://127.0.0.1/, which no driver on the class path"
                        + " takes.\nCorrect the setting, or remove it to let fk start a server.");
    }

    /** Docker publishes the port before the server in the container listens. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
    void one_that_hangs_up_may_be_there_another_time(String dialect) throws Exception {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangingUp = new Thread(() -> hangUp(port));
            hangingUp.start();
            String url = "jdbc:" + dialect + "://127.0.0.1:" + port.getLocalPort() + "/x";
            ServerRequest request = new ServerRequest(dialect, Optional.empty(), Map.of("url", url));
            assertThatThrownBy(() -> new External().start(request))
                    .asInstanceOf(throwable(ServerStartException.class))
                    .matches(ServerStartException::isUnavailable);
        }
    }

    private static void hangUp(ServerSocket port) {
        try {
            while (true) {
                port.accept().close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
