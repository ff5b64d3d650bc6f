package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that migrates a database and dies, without a word to anybody. */
final class KilledMigration {
    static final int KILLED = 137;
    static final String ID = "20240102-killed";
    private static final String LATE = "late";

    private KilledMigration() {}

    /** When it dies. */
    enum Moment {
        BETWEEN_CALLS,
        AFTER_A_STATEMENT_BEFORE_IT_IS_WRITTEN_DOWN
    }

    /** The same calls in both processes. */
    static Migration migration(Runnable between) {
        return new Step(ID, q -> {
            q.addColumn("users", "age", integer());
            if (q.showAllTables().stream().noneMatch(t -> t.name().equals(LATE))) {
                between.run();
            }
            q.createTable(LATE, t -> t.column("id", integer().primaryKey()));
        });
    }

    /** Runs in the other process: the URL, then the moment. */
    public static void main(String[] arguments) throws SQLException {
        Database database = Database.of(dataSource(arguments[0]));
        if (Moment.valueOf(arguments[1]) == Moment.BETWEEN_CALLS) {
            int[] times = {0};
            // the checksum reads nothing, the trial is the first, the run the second
            Migrator.of(MigratorTest.USERS, migration(() -> {
                        if (++times[0] == 2) {
                            Runtime.getRuntime().halt(KILLED);
                        }
                    }))
                    .up(database);
        } else {
            Migrator.of(MigratorTest.USERS, migration(() -> {})).up(database.listening(s -> {
                if (s.sql().text().contains(LATE)) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }));
        }
    }

    static int dieAt(Moment moment, String url) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMigration.class.getName(),
                        url,
                        moment.name()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-migration.log").toFile()))
                .start()
                .waitFor();
    }

    static DataSource dataSource(String url) throws SQLException {
        if (url.startsWith("jdbc:mariadb")) {
            return new MariaDbDataSource(url);
        }
        if (url.startsWith("jdbc:mysql")) {
            MysqlDataSource mysql = new MysqlDataSource();
            mysql.setUrl(url);
            return mysql;
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }
}
