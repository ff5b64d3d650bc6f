package dev.fk.examples.bench;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import dev.fk.junit.provision.Blueprint;
import dev.fk.junit.provision.DatabaseSupply;
import dev.fk.junit.provision.Provisioners;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.provision.Use;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * What a test waits for its database, and a run of a thousand tests for theirs, against bare JDBC on the same server in the
 * same run. Arguments are JDBC URLs, with a user who may create databases; without any, an embedded PostgreSQL is started.
 * {@code -Dfk.bench.tables=10,100} (1000 takes a minute on PostgreSQL and several on MySQL; none for the starts alone) and
 * {@code -Dfk.bench.rounds=20} are the defaults; {@code -Dfk.bench.what=resets} measures cleaning alone.
 */
public final class ProvisioningBenchmarks {
    private static final int ROUNDS = Integer.getInteger("fk.bench.rounds", 20);
    private static final boolean RESETS_ALONE =
            System.getProperty("fk.bench.what", "").equals("resets");
    private static final String TABLES = System.getProperty("fk.bench.tables", "10,100");

    private final PrintStream out;

    private ProvisioningBenchmarks(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] urls) throws Exception {
        ProvisioningBenchmarks benchmarks = new ProvisioningBenchmarks(System.out);
        benchmarks.out.println("| server | tables | what | against | bare | fk | ratio |");
        benchmarks.out.println("|---|---|---|---|---|---|---|");
        for (String url : urls.length == 0 ? new String[] {""} : urls) {
            benchmarks.run(url);
        }
    }

    private void run(String url) throws Exception {
        ServerRequest request = request(url);
        if (url.isEmpty() && !RESETS_ALONE) {
            starts(request);
            firstStarts(request, false);
            firstStarts(request, true);
        }
        if (TABLES.isBlank()) {
            return;
        }
        for (String tables : TABLES.split(",", -1)) {
            run(request, Integer.parseInt(tables.strip()));
        }
        if (!RESETS_ALONE) {
            thousand(url);
        }
    }

    private static ServerRequest request(String url) {
        Map<String, String> settings = new HashMap<>();
        if (!url.isEmpty()) {
            settings.put("url", url);
        }
        return new ServerRequest(
                url.isEmpty() ? "postgresql" : url.replaceAll("jdbc:([a-z]+):.*", "$1"),
                Optional.of(url.isEmpty() ? "embedded" : "external"),
                settings);
    }

    private static Server start(ServerRequest request) {
        return Provisioners.installed().choose(request).start(request);
    }

    /** The server alone, on a data directory that lies ready, against all that stands before a connection to ours. */
    private void starts(ServerRequest request) throws Exception {
        start(request).close();
        Waits waits = new Waits();
        for (int round = -1; round < 5; round++) {
            long bare;
            try (BareServer prepared = BareServer.prepare()) {
                long begin = System.nanoTime();
                prepared.start();
                bare = System.nanoTime() - begin;
            }
            long begin = System.nanoTime();
            Server server = start(request);
            first(server.connectTo("postgres"));
            long ours = System.nanoTime() - begin;
            server.databases().close();
            server.close();
            waits.add(round, bare, ours);
        }
        out.println(
                waits.row("postgresql embedded", "", "start a server, not the first time", "start postgres, connect"));
    }

    /**
     * The first start on a machine: initdb and the server alone, on programs that lie ready or are unpacked by {@code tar},
     * against the same with nothing in fk's cache.
     */
    private void firstStarts(ServerRequest request, boolean unpacked) throws Exception {
        Waits waits = new Waits();
        for (int round = -1; round < 5; round++) {
            try (FirstStart first = FirstStart.prepare(unpacked)) {
                long bare = first.bare();
                long begin = System.nanoTime();
                Server server = first.withoutCache(() -> start(request));
                first(server.connectTo("postgres"));
                long ours = System.nanoTime() - begin;
                server.databases().close();
                first.withoutCache(() -> {
                    server.close();
                    return server;
                });
                waits.add(round, bare, ours);
            }
        }
        out.println(waits.row(
                "postgresql embedded",
                "",
                unpacked ? "start a server, the very first time" : "start a server, its programs unpacked already",
                (unpacked ? "tar, " : "") + "initdb, start postgres, connect"));
    }

    private void run(ServerRequest request, int tables) throws SQLException {
        Models models = WideModels.of(tables);
        models.schema();
        Blueprint blueprint = new Wide(models, tables);
        Server server = start(request);
        String name = Database.of(server.connectTo(request.dialect().equals("postgresql") ? "postgres" : ""))
                .server()
                .toString();
        try (DatabaseSupply supply = new DatabaseSupply(server)) {
            resets(server, models, name, tables);
            if (RESETS_ALONE) {
                return;
            }
            supply.take(blueprint, Use.ALONE).giveBack();
            supply.take(blueprint, Use.ALONE).giveBack();
            acquire(server, supply, blueprint, name, tables);
            copy(server, models, name, tables);
            oneAfterTheOther(supply, blueprint, name, tables);
        }
    }

    private void resets(Server server, Models models, String name, int tables) throws SQLException {
        new Resets(isPostgreSql(name), tables)
                .run(
                        server,
                        models,
                        ROUNDS,
                        (what, against, race) ->
                                out.println(Waits.row(name, tables, what, against, race.limit(), race.ours())));
    }

    /** From the stock: what is ready, or what nobody has changed. */
    private void acquire(Server server, DatabaseSupply supply, Blueprint blueprint, String name, int tables)
            throws SQLException {
        String other = "fk_bench_acquire";
        server.databases().create(other);
        Waits waits = new Waits();
        for (int round = -3; round < ROUNDS; round++) {
            pause(); // for the stock to be filled
            long bare = Race.nanos(() -> first(server.connectTo(other)));
            TestDatabase[] taken = new TestDatabase[1];
            long ours = Race.nanos(() -> {
                taken[0] = supply.take(blueprint, Use.ALONE);
                first(taken[0].dataSource());
            });
            taken[0].giveBack();
            waits.add(round, bare, ours);
        }
        server.databases().drop(other);
        out.println(waits.row(name, tables, "take from the stock, query", "connect, query"));
    }

    /** When there is none: the copy itself. */
    private void copy(Server server, Models models, String name, int tables) throws SQLException {
        String template = "fk_bench_template";
        String other = "fk_bench_copy";
        server.databases().create(template);
        List<String> statements = Sync.create().run(models, Database.of(server.connectTo(template))).steps().stream()
                .map(s -> s.sql().text())
                .toList();
        server.databases().freeze(template);
        boolean clones = isPostgreSql(name);
        Waits waits = new Waits();
        try (Connection open = server.connectTo(clones ? "postgres" : "").getConnection();
                Statement statement = open.createStatement()) {
            for (int round = -1; round < Math.max(5, ROUNDS / 2); round++) {
                long bare = Race.nanos(() -> {
                    if (clones) {
                        statement.execute("CREATE DATABASE " + other + " TEMPLATE " + template);
                    } else {
                        statement.execute("CREATE DATABASE " + other);
                        statement.execute("USE " + other);
                        for (String sql : statements) {
                            statement.execute(sql);
                        }
                    }
                });
                server.databases().drop(other);
                long ours = Race.nanos(() -> server.databases().copy(template, other));
                server.databases().drop(other);
                waits.add(round, bare, ours);
            }
        }
        server.databases().drop(template);
        out.println(waits.row(
                name, tables, "copy", clones ? "CREATE DATABASE … TEMPLATE" : "create, one statement after the other"));
    }

    /** Writing tests without a pause between them: taking, one row, giving back; against a row in one database. */
    private void oneAfterTheOther(DatabaseSupply supply, Blueprint blueprint, String name, int tables)
            throws SQLException {
        for (Use use : List.of(Use.ALONE, Use.ROLLED_BACK)) {
            TestDatabase one = supply.take(blueprint, Use.ALONE);
            Waits waits = new Waits();
            for (int round = -3; round < ROUNDS; round++) {
                int row = round + 10;
                long bare = Race.nanos(() -> {
                    write(one.dataSource(), row);
                    delete(one.dataSource());
                });
                long ours = Race.nanos(() -> {
                    TestDatabase database = supply.take(blueprint, use);
                    write(database.dataSource(), row);
                    database.giveBack();
                });
                waits.add(round, bare, ours);
            }
            one.giveBack();
            out.println(waits.row(
                    name,
                    tables,
                    use == Use.ALONE ? "a test that writes, one after the other" : "the same, rolled back",
                    "the row, and a DELETE"));
        }
    }

    /** The whole run, with JUnit around it. */
    private void thousand(String url) {
        for (String what : List.of("writes", "reads")) {
            Waits waits = new Waits();
            String[] server = {""};
            for (int round = -1; round < 3; round++) {
                long bare = ThousandTests.run(ThousandTests.Shared.class, url, what);
                long ours = ThousandTests.run(ThousandTests.Isolated.class, url, what);
                server[0] = ThousandTests.server();
                waits.add(round, bare, ours);
            }
            out.println(waits.row(
                    server[0],
                    10,
                    ThousandTests.NUMBER + " tests of which each " + what + ", one database each",
                    what.equals("writes")
                            ? "the same tests on one database, with a DELETE"
                            : "the same on one database"));
        }
    }

    private static boolean isPostgreSql(String name) {
        return name.startsWith("PostgreSQL") || name.startsWith("postgresql");
    }

    private static void pause() {
        LockSupport.parkNanos(100_000_000);
    }

    static void write(DataSource dataSource, int row) throws SQLException {
        execute(dataSource, List.of("INSERT INTO t0 (code) VALUES ('" + row + "')"));
    }

    static void delete(DataSource dataSource) throws SQLException {
        execute(dataSource, List.of("DELETE FROM t0"));
    }

    static void first(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
        }
    }

    private static void execute(DataSource dataSource, List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private record Wide(Models models, int tables) implements Blueprint {
        @Override
        public Object key() {
            return tables;
        }

        @Override
        public void build(DataSource empty) {
            Sync.create().run(models, Database.of(empty));
        }

        @Override
        public String toString() {
            return tables + " tables";
        }
    }

    /** Medians of alternating rounds. */
    private static final class Waits {
        private final java.util.ArrayList<Long> bare = new java.util.ArrayList<>();
        private final java.util.ArrayList<Long> ours = new java.util.ArrayList<>();

        void add(int round, long bareNanos, long ourNanos) {
            if (round >= 0) {
                bare.add(bareNanos);
                ours.add(ourNanos);
            }
        }

        String row(String server, Object tables, String what, String against) {
            return row(server, tables, what, against, median(bare) / 1e6, median(ours) / 1e6);
        }

        /** @param limit in milliseconds, as is what fk takes */
        static String row(String server, Object tables, String what, String against, double limit, double mine) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.1f ms | %.1f ms | %.2f |",
                    server,
                    tables,
                    what,
                    against,
                    limit,
                    mine,
                    mine / limit);
        }

        private static long median(List<Long> times) {
            return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
        }
    }
}
