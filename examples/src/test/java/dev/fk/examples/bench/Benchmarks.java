package dev.fk.examples.bench;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much slower than bare JDBC a sync is, on the same server in the same run: medians of alternating rounds, and their
 * ratio. Arguments are JDBC URLs (PostgreSQL, MySQL, MariaDB; with a user who may create databases); without any, an
 * embedded PostgreSQL is started. {@code -Dfk.bench.tables=10,100,1000} and {@code -Dfk.bench.rounds=5} are the defaults.
 */
public final class Benchmarks {
    private static final int ROUNDS = Integer.getInteger("fk.bench.rounds", 5);
    private static final String TABLES = System.getProperty("fk.bench.tables", "10,100,1000");

    private final PrintStream out;

    private Benchmarks(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] urls) throws Exception {
        Benchmarks benchmarks = new Benchmarks(System.out);
        benchmarks.out.println("| server | tables | what | bare JDBC | fk | ratio | statements or trips |");
        benchmarks.out.println("|---|---|---|---|---|---|---|");
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

    private void run(Bench bench) throws SQLException {
        for (String tables : TABLES.split(",", -1)) {
            run(bench, Integer.parseInt(tables.strip()));
        }
    }

    private void run(Bench bench, int tables) throws SQLException {
        Models models = WideModels.of(tables);
        models.schema();
        create(bench, tables, models);
        nothingToDo(bench, tables, models);
    }

    /** Create everything: the statements of the plan in one message, against planning and running them. */
    private void create(Bench bench, int tables, Models models) throws SQLException {
        List<String> statements = new ArrayList<>();
        Sync.force()
                .plan(models, Database.of(bench.emptied()))
                .steps()
                .forEach(s -> statements.add(s.sql().text()));
        Race race = new Race();
        for (int round = -1; round < ROUNDS; round++) {
            BareJdbc bare = new BareJdbc(bench.emptied());
            long limit = Race.nanos(() -> bare.execute(statements));
            Database database = Database.of(bench.emptied());
            long ours = Race.nanos(() -> Sync.force().run(models, database));
            race.add(round, limit, ours);
        }
        out.println(race.row(bench, tables, "create all (force)", statements.size()));
    }

    /** Nothing to do: the catalog queries alone and their rows, against reading, and against a whole alter. */
    private void nothingToDo(Bench bench, int tables, Models models) throws SQLException {
        Recorded recorded = new Recorded(bench.emptied());
        Database database = Database.of(recorded.dataSource());
        Sync.create().run(models, database);
        recorded.forget();
        database.read();
        List<String> queries = recorded.statements();
        if (queries.isEmpty()) {
            out.println("| " + bench + " | " + tables
                    + " | read | not measured: prepared statements are not replayed | | | |");
            return;
        }
        recorded.forget();
        if (!Sync.alter().run(models, database).isEmpty()) {
            throw new IllegalStateException("An alter of what has just been created is not empty on " + bench);
        }
        int trips = recorded.statements().size();
        Database plain = Database.of(bench.current());
        BareJdbc bare = new BareJdbc(bench.current());
        Race read = new Race();
        Race alter = new Race();
        for (int round = -3; round < 4 * ROUNDS; round++) {
            long limit = Race.nanos(() -> bare.drain(queries));
            long reading = Race.nanos(plain::read);
            long altering = Race.nanos(() -> Sync.alter().run(models, plain));
            read.add(round, limit, reading);
            alter.add(round, limit, altering);
        }
        out.println(read.row(bench, tables, "read the catalog", queries.size()));
        out.println(alter.row(bench, tables, "alter with nothing to do", trips));
    }
}
