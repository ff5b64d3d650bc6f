package dev.fk.junit.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pools of others, which outlive the database of a test. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
class StrangersTest {
    @ParameterizedTest
    @EnumSource
    void are_told_when_their_database_goes(ServerKind kind, Docker docker) throws Exception {
        Server server = docker.server(kind);
        List<Connection> pool = new ArrayList<>();
        String name;
        String told;
        try (Warnings warnings = new Warnings();
                DatabaseSupply supply = new DatabaseSupply(new Lasting(server))) {
            TestDatabase database = supply.take(new Empty(), Use.ALONE);
            database.watch("OrdersTest: saves() is over");
            name = name(kind, database.dataSource());
            for (int i = 0; i < 4; i++) {
                pool.add(server.connectTo(name).getConnection());
            }
            try (Statement statement = pool.get(0).createStatement()) {
                statement.execute("SELECT 17");
            }
            database.drop();
            told = warnings.about(name);
        } finally {
            for (Connection each : pool) {
                each.close();
            }
        }
        assertThat(told)
                .startsWith("OrdersTest: saves() is over and its database " + name
                        + " is dropped, but 4 connections that" + " are not fk's are still open in it:\n    ")
                .contains("    and 1 more\nA pool with the URL of a database must not outlive it")
                .containsPattern(
                        kind == ServerKind.POSTGRESQL
                                ? "(?m)^    postgres, .*, connected since \\d\\d:\\d\\d:\\d\\d, idle; last: SELECT 17$"
                                : "(?m)^    connection \\d+, root, \\S+:\\d+, idle for \\d+ s$");
    }

    /** Open, given back, left in the middle of a transaction: all of these are closed before anybody looks. */
    @ParameterizedTest
    @EnumSource
    void do_not_include_the_connections_of_fk(ServerKind kind, Docker docker) throws Exception {
        try (Warnings warnings = new Warnings();
                DatabaseSupply supply = new DatabaseSupply(new Lasting(docker.server(kind)))) {
            TestDatabase database = supply.take(new Empty(), Use.ALONE);
            database.watch("the test is over");
            String name = name(kind, database.dataSource());
            Connection open = database.dataSource().getConnection();
            open.setAutoCommit(false);
            try (Statement statement = open.createStatement()) {
                statement.execute("INSERT INTO t VALUES (1)");
            }
            database.drop();
            assertThat(warnings.texts).noneMatch(text -> text.contains(name));
        }
    }

    private static String name(ServerKind kind, DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            return kind == ServerKind.POSTGRESQL
                    ? connection.getMetaData().getURL().replaceAll(".*/(\\w+).*", "$1")
                    : connection.getCatalog();
        }
    }

    private record Empty() implements Blueprint {
        @Override
        public Object key() {
            return this;
        }

        @Override
        public void build(DataSource empty) {
            try (Connection connection = empty.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id int)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Warnings extends Handler implements AutoCloseable {
        private static final Logger LOGGER = Logger.getLogger(Strangers.class.getName());

        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        private Warnings() {
            LOGGER.addHandler(this);
        }

        String about(String database) {
            return texts.stream()
                    .filter(text -> text.contains(database))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOGGER.removeHandler(this);
        }
    }
}
