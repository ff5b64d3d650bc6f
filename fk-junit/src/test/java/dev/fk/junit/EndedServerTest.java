package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.embedded.Embedded;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server of somebody else's that ends before the session does, as a container of a test class. */
@Tag("thorough")
class EndedServerTest {
    private static final AtomicReference<Server> SERVER = new AtomicReference<>();

    @Test
    void what_is_left_there_is_told_once_and_fails_nothing() throws Exception {
        Server server = new Embedded().start(new ServerRequest("postgresql", Optional.empty(), Map.of()));
        SERVER.set(server);
        String url;
        try (Connection connection = server.connectTo("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE fk_tests SUPERUSER LOGIN PASSWORD 'fk-tests'");
            url = connection.getMetaData().getURL();
        }
        Logger logger = Logger.getLogger("dev.fk.junit.provision.Workshop");
        Warnings warnings = new Warnings();
        logger.addHandler(warnings);
        try {
            TestKit.runWith(
                            List.of(TestCases.class),
                            Map.of(
                                    "fk.postgresql.url", url,
                                    "fk.postgresql.user", "fk_tests",
                                    "fk.postgresql.password", "fk-tests"))
                    .succeeded(1);
        } finally {
            logger.removeHandler(warnings);
        }
        assertThat(warnings.texts.stream().filter(t -> t.contains(url.replaceAll(".*//([^/]*)/.*", "$1"))))
                .singleElement()
                .asString()
                .startsWith("The test databases [fk_")
                .contains("are left behind, because the server does not answer any more: ")
                .endsWith("\nHave it end after the tests. If it comes back, a later run removes them.");
    }

    @WithSchema(Notes.class)
    static class TestCases {
        @Test
        void test(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "me");
        }

        @AfterAll
        static void end() {
            Server server = SERVER.get();
            server.databases().close();
            server.close();
        }
    }

    private static final class Warnings extends Handler {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
