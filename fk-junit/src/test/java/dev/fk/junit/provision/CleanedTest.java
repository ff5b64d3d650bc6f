package dev.fk.junit.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever was done to a database: if it goes to somebody else, it is as a new copy is. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
@Timeout(180)
class CleanedTest {
    private static final int ROUNDS = Integer.getInteger("fk.random.cleanings", 120);
    private static final long SEED = Long.getLong("fk.random.seed", System.nanoTime());

    private static void execute(DataSource dataSource, List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    // a key that is there already, a row that is still referenced: the next statement may do something
                }
            }
        }
    }

    /** A template, and one copy after the other. */
    private static final class Bench implements AutoCloseable {
        private final Server server;
        private final String template;
        private final ConnectionPool fresh;
        private final String freshName;
        private String name = "";
        private ConnectionPool pool;

        Bench(Server server, List<String> schema) throws SQLException {
            this.server = server;
            this.template = "fk_cleaned_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            server.databases().create(template);
            try (Connection connection = server.connectTo(template).getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : schema) {
                    statement.execute(sql);
                }
            }
            server.databases().freeze(template);
            this.freshName = newCopy();
            this.fresh = pool(freshName);
            this.pool = fresh;
        }

        private String newCopy() throws SQLException {
            String copy = template + "_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            server.databases().copy(template, copy);
            return copy;
        }

        private ConnectionPool pool(String database) {
            return new ConnectionPool(
                    server.connectTo(database), server.databases().renewal(database), 2);
        }

        void begin() throws SQLException {
            drop();
            name = newCopy();
            pool = pool(name);
        }

        private void drop() throws SQLException {
            if (!name.isEmpty()) {
                pool.close();
                server.databases().drop(name);
                name = "";
            }
        }

        @Override
        public void close() throws SQLException {
            drop();
            fresh.close();
            server.databases().drop(freshName);
            server.databases().drop(template);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_handed_on_is_as_a_new_copy_is(CleanedServer where, Docker docker) throws Exception {
        ServerKind kind = where.kind();
        CleanedSchema schema = CleanedSchema.of(kind);
        int cleaned = 0;
        int rowsOnly = 0;
        int elsewhere = 0;
        System.out.println("-Dfk.random.seed=" + SEED);
        try (Bench bench = new Bench(where.server(docker), schema.statements())) {
            Cleaner cleaner = bench.server
                    .databases()
                    .cleaner(bench.template, bench.freshName, bench.fresh)
                    .orElseThrow();
            List<String> expected = snapshot(bench.fresh.dataSource(), schema);
            Pristine before = cleaner.untouched();
            bench.begin();
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(SEED + round);
                boolean rows = random.nextInt(3) > 0;
                List<String> changes = schema.changes(random, rows);
                boolean ours = random.nextBoolean();
                execute(ours ? bench.pool.dataSource() : bench.server.connectTo(bench.name), changes);
                String what = "-Dfk.random.seed=" + SEED + ", round " + round + (ours ? "" : ", from elsewhere") + ": "
                        + changes;
                Optional<Cleaned> now = cleaner.clean(bench.name, bench.pool, before);
                boolean touched = now.map(Cleaned::origin)
                        .filter(Origin.UNTOUCHED::equals)
                        .isEmpty();
                rowsOnly += rows && touched ? 1 : 0;
                if (now.isPresent()) {
                    cleaned += touched ? 1 : 0;
                    elsewhere += ours || !touched ? 0 : 1;
                    before = now.get().now();
                    assertThat(difference(expected, snapshot(bench.pool.dataSource(), schema)))
                            .as(what)
                            .isEmpty();
                    assertThat(cleaner.clean(bench.name, bench.pool, before).map(Cleaned::origin))
                            .as(what)
                            .contains(Origin.UNTOUCHED);
                } else {
                    before = cleaner.untouched();
                    bench.begin();
                }
            }
        }
        System.out.println(where + ": " + cleaned + " of " + ROUNDS + " databases cleaned, of which " + rowsOnly
                + " had only changed rows; " + elsewhere + " were changed through connections from elsewhere");
        assertThat(cleaned).isGreaterThan(rowsOnly / 2);
        assertThat(elsewhere).isPositive();
    }

    /** What comes back is waited for if that is faster than another copy, so that some are cleaned on any machine. */
    @ParameterizedTest
    @EnumSource
    void tests_that_write_follow_each_other_in_a_database(ServerKind kind, Docker docker) throws Exception {
        List<Origin> origins = new ArrayList<>();
        try (DatabaseSupply supply = new DatabaseSupply(new Lasting(docker.server(kind)))) {
            for (int i = 0; i < 60; i++) {
                TestDatabase database = supply.take(
                        new Counted(kind == ServerKind.POSTGRESQL ? "GENERATED ALWAYS AS IDENTITY" : "AUTO_INCREMENT"),
                        Use.ALONE);
                origins.add(database.origin());
                try (Connection connection = database.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO counted (text) VALUES ('x'), ('y')");
                    try (ResultSet row = statement.executeQuery("SELECT count(*), max(id) FROM counted")) {
                        row.next();
                        assertThat(row.getInt(1)).isEqualTo(3);
                        assertThat(row.getInt(2)).isEqualTo(3);
                    }
                }
                database.giveBack();
            }
        }
        assertThat(origins).contains(Origin.CLEANED).doesNotContain(Origin.UNTOUCHED);
    }

    private record Counted(String generated) implements Blueprint {
        @Override
        public Object key() {
            return this;
        }

        @Override
        public void build(DataSource empty) {
            try (Connection connection = empty.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE counted (id int " + generated + " PRIMARY KEY, text text)");
                statement.execute("INSERT INTO counted (text) VALUES ('seed')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> snapshot(DataSource dataSource, CleanedSchema schema) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> parts = new ArrayList<>();
            for (String query : schema.snapshot(connection)) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    parts.add(query + "\n" + all(rows));
                }
            }
            return parts;
        }
    }

    private static List<String> difference(List<String> expected, List<String> found) {
        List<String> difference = new ArrayList<>(found);
        difference.removeAll(expected);
        return difference;
    }

    private static String all(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(String.valueOf(rows.getString(i)));
            }
            lines.add("  " + String.join(" | ", values));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
