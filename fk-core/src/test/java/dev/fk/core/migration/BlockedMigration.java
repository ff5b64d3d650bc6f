package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;

import dev.fk.core.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A process whose migration waits for a table that somebody else reads. */
final class BlockedMigration {
    static final String ID = "20240102-blocked";

    static final Migration MIGRATION = new Step(
            ID, q -> q.createTable("early", t -> t.column("id", integer().primaryKey()))
                    .addColumn("users", "age", integer()));

    private BlockedMigration() {}

    /** Runs in the other process: the URL. */
    public static void main(String[] arguments) throws SQLException {
        Database database = Database.of(KilledMigration.dataSource(arguments[0]));
        Migrator.of(MigratorTest.USERS, MIGRATION).up(database);
    }

    static Process start(String url) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BlockedMigration.class.getName(),
                        url))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-migration.log").toFile()))
                .start();
    }
}
