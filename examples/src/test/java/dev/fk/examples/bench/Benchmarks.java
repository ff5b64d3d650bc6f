package dev.fk.examples.bench;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Differ;
import dev.fk.core.model.Models;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.sync.Sync;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * How much slower than bare JDBC a sync is, on the same server in the same run: medians of alternating rounds, and their
 * ratio. Arguments are JDBC URLs (PostgreSQL, MySQL, MariaDB; with a user who may create databases); without any, an
 * embedded PostgreSQL is started. {@code -Dfk.bench.tables=10,100,1000} (none for whole processes alone, on PostgreSQL) and {@code -Dfk.bench.rounds=5} are the defaults.
 */
public final class Benchmarks {
    private static final int ROUNDS = Integer.getInteger("fk.bench.rounds", 5);
    private static final String TABLES = System.getProperty("fk.bench.tables", "10,100,1000");

    /** Rounds of what only reads that do not count; until then a JVM compiles. */
    private static final int WARMING = 20;

    private final Report report;

    private Benchmarks(PrintStream out) {
        this.report = new Report(out);
    }

    public static void main(String[] urls) throws Exception {
        Benchmarks benchmarks = new Benchmarks(System.out);
        if (urls.length == 0) {
            try (Bench bench = Bench.embedded()) {
                benchmarks.run(bench);
            }
        }
        for (String url : urls) {
            try (Bench bench = Bench.at(url)) {
                benchmarks.run(bench);
            }
        }
    }

    private void run(Bench bench) throws Exception {
        if (bench.toString().startsWith("PostgreSQL")) {
            process(bench);
        }
        for (String tables : TABLES.split(",", -1)) {
            if (!tables.isBlank()) {
                run(bench, Integer.parseInt(tables.strip()));
            }
        }
    }

    /** A JVM from its start to its end: with few tables, loading classes is what it does most. */
    private void process(Bench bench) throws Exception {
        try (ColdProcesses processes = ColdProcesses.on(bench)) {
            Race race = new Race();
            for (int round = -1; round < 3 * ROUNDS; round++) {
                bench.emptied();
                Race.Lap bare = Race.lap(processes::jdbc);
                bench.emptied();
                race.add(round, bare, Race.lap(processes::fk));
            }
            report.row(bench, ColdFk.TABLES, "process, force sync and read : the same by hand", race, "");
        }
    }

    private void run(Bench bench, int tables) throws SQLException {
        Models models = WideModels.of(tables);
        models.schema();
        create(bench, tables, models);
        read(bench, tables, models);
        nothingToDo(bench, tables, models);
    }

    /**
     * Create everything: the statements of the plan, all in one message (which on the MySQL family needs a connection that
     * was opened for it) and one by one, against planning and running them over the same kind of connection.
     */
    private void create(Bench bench, int tables, Models models) throws SQLException {
        List<String> statements = new ArrayList<>();
        Sync.force()
                .plan(models, Database.of(bench.emptied()))
                .steps()
                .forEach(s -> statements.add(s.sql().text()));
        Race inOneMessage = new Race();
        Race oneByOne = new Race();
        for (int round = -1; round < ROUNDS; round++) {
            BareJdbc bare = new BareJdbc(bench.emptied());
            inOneMessage.add(round, Race.lap(() -> bare.execute(statements)), sync(models, bench.emptied()));
            BareJdbc slow = new BareJdbc(bench.emptiedForFk());
            oneByOne.add(round, Race.lap(() -> slow.executeEach(statements)), sync(models, bench.emptiedForFk()));
        }
        String note = statements.size() + " statements";
        report.row(bench, tables, "force sync : replay in one message", inOneMessage, note);
        report.row(bench, tables, "force sync : replay one by one", oneByOne, note);
    }

    private static Race.Lap sync(Models models, DataSource where) throws SQLException {
        Database database = Database.of(where);
        return Race.lap(() -> Sync.force().run(models, database));
    }

    private void read(Bench bench, int tables, Models models) throws SQLException {
        Recorded recorded = new Recorded(bench.emptiedForFk());
        Database database = Database.of(recorded.dataSource());
        Sync.create().run(models, database);
        recorded.forget();
        database.read();
        List<String> queries = recorded.statements();
        List<String> fewest = Limits.of(database.server().product());
        Database plain = Database.of(bench.currentForFk());
        BareJdbc bare = new BareJdbc(bench.current());
        Race byHand = new Race();
        Race same = new Race();
        for (int round = -WARMING; round < 4 * ROUNDS; round++) {
            Race.Lap least = Race.lap(() -> bare.drain(fewest));
            Race.Lap limit = Race.lap(() -> bare.drain(queries));
            Race.Lap reading = Race.lap(plain::read);
            byHand.add(round, least, reading);
            same.add(round, limit, reading);
        }
        String note = queries.size() + (queries.size() == 1 ? " trip" : " trips");
        report.row(bench, tables, "read : four result sets by hand", byHand, note);
        report.row(bench, tables, "read : its own query, rows thrown away", same, note);
    }

    private void nothingToDo(Bench bench, int tables, Models models) throws SQLException {
        Recorded recorded = new Recorded(bench.currentForFk());
        Database database = Database.of(recorded.dataSource());
        recorded.forget();
        if (!Sync.alter().run(models, database).isEmpty()) {
            throw new IllegalStateException("An alter of what has just been created is not empty on " + bench);
        }
        int trips = recorded.statements().size();
        Database plain = Database.of(bench.currentForFk());
        CanonicalSchema there = plain.read();
        CanonicalSchema wanted = plain.canonical(models.schema());
        Race alter = new Race();
        Race diff = new Race();
        for (int round = -WARMING; round < 4 * ROUNDS; round++) {
            Race.Lap reading = Race.lap(plain::read);
            Race.Lap altering = Race.lap(() -> Sync.alter().run(models, plain));
            Race.Lap comparing = Race.lap(() -> Differ.diff(there, wanted));
            alter.add(round, reading, altering);
            diff.add(round, reading, comparing);
        }
        report.row(bench, tables, "alter, nothing to do : read", alter, trips + (trips == 1 ? " trip" : " trips"));
        report.row(bench, tables, "diff alone : read", diff, "");
    }
}
