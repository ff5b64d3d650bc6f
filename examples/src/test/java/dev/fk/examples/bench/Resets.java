package dev.fk.examples.bench;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import dev.fk.junit.provision.Cleaner;
import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Pristine;
import dev.fk.junit.provision.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Emptying a database in which five tables have a row each, by fk, which finds out which, makes sure that nothing else was
 * changed, sets generated keys back and looks again; and by hand, knowing more or doing less, on a connection that is open.
 */
final class Resets {
    private static final int DIRTY = 5;

    private static final String TEMPLATE = "fk_bench_template";
    private static final String NAME = "fk_bench_clean";
    private static final String UNTOUCHED = "fk_bench_untouched";

    private final boolean isPostgreSql;
    private final int tables;
    private final List<String> dirty =
            IntStream.range(0, DIRTY).mapToObj(i -> "t" + i).toList();

    Resets(boolean isPostgreSql, int tables) {
        this.isPostgreSql = isPostgreSql;
        this.tables = tables;
    }

    /** Ways to do it by hand. */
    private enum ByHand {
        DELETE("DELETE of these"),
        FIND_AND_DELETE("find them, DELETE"),
        FIND_AND_RESTART("find them, DELETE or TRUNCATE, keys from 1");

        private final String text;

        ByHand(String text) {
            this.text = text;
        }
    }

    interface Row {
        void print(String what, String against, Race race);
    }

    void run(Server server, Models models, int rounds, Row row) throws SQLException {
        DatabaseFactory databases = server.databases();
        databases.create(TEMPLATE);
        Sync.create().run(models, Database.of(server.connectTo(TEMPLATE)));
        databases.freeze(TEMPLATE);
        databases.copy(TEMPLATE, UNTOUCHED);
        databases.copy(TEMPLATE, NAME);
        try (ConnectionPool pool = pool(server, NAME);
                ConnectionPool untouched = pool(server, UNTOUCHED)) {
            Cleaner cleaner = databases.cleaner(TEMPLATE, UNTOUCHED, untouched).orElseThrow();
            Race[] races = {new Race(), new Race(), new Race(), new Race()};
            Pristine now = cleaner.untouched();
            for (int round = -5; round < rounds; round++) {
                Pristine before = now;
                Pristine[] after = new Pristine[1];
                Race.Lap looked = Race.lap(() -> after[0] =
                        cleaner.clean(NAME, pool, before).orElseThrow().now());
                write(pool);
                Race.Lap ours = Race.lap(() -> after[0] =
                        cleaner.clean(NAME, pool, before).orElseThrow().now());
                now = after[0];
                for (ByHand way : ByHand.values()) {
                    write(pool);
                    Race.Lap bare = byHand(pool, way);
                    races[way.ordinal()].add(round, bare, ours);
                    if (way == ByHand.DELETE) {
                        races[3].add(round, bare, looked);
                    }
                    now = cleaner.clean(NAME, pool, now).orElseThrow().now();
                }
            }
            row.print("find out that nothing was changed", ByHand.DELETE.text, races[3]);
            for (ByHand way : ByHand.values()) {
                row.print("clean, " + DIRTY + " tables dirty", way.text, races[way.ordinal()]);
            }
        }
        databases.drop(NAME);
        databases.drop(UNTOUCHED);
        databases.drop(TEMPLATE);
    }

    private static ConnectionPool pool(Server server, String name) {
        return new ConnectionPool(server.connectTo(name), server.databases().renewal(name), 2);
    }

    private void write(ConnectionPool pool) throws SQLException {
        try (Connection connection = pool.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : dirty) {
                statement.execute("INSERT INTO " + table + " (code) VALUES ('x')");
            }
        }
    }

    private Race.Lap byHand(ConnectionPool pool, ByHand way) throws SQLException {
        try (Connection connection = pool.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return Race.lap(() -> {
                List<String> found = way == ByHand.DELETE ? dirty : find(statement);
                List<String> work = new ArrayList<>();
                if (way == ByHand.FIND_AND_RESTART && !isPostgreSql) {
                    work.add("SET foreign_key_checks = 0");
                }
                for (String table : found) {
                    work.add((way == ByHand.FIND_AND_RESTART && !isPostgreSql ? "TRUNCATE " : "DELETE FROM ") + table);
                }
                if (way == ByHand.FIND_AND_RESTART && isPostgreSql) {
                    found.forEach(table ->
                            work.add("SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), 1, false)"));
                }
                // only PostgreSQL's driver lets several statements through at once if nobody asks it to
                for (String sql : isPostgreSql ? List.of(String.join(";", work)) : work) {
                    statement.execute(sql);
                }
            });
        }
    }

    private List<String> find(Statement statement) throws SQLException {
        String question = isPostgreSql
                ? "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                        + " AND pg_relation_size(oid) > 0"
                : IntStream.range(0, tables)
                        .mapToObj(i -> "SELECT 't" + i + "' WHERE EXISTS (SELECT 1 FROM t" + i + ")")
                        .collect(Collectors.joining(" UNION ALL "));
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
