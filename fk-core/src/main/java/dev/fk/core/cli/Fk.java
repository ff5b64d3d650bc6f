package dev.fk.core.cli;

import java.io.PrintWriter;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;

/**
 * The command line, {@code java -cp … dev.fk.core.cli.Fk db:migrate}. It runs on the class path where the migrations and
 * models are, with picocli and the driver of the database.
 *
 * <p>Exit codes: 0 done, or nothing to do; 1 failed; 2 wrong usage, nothing was done; 3 differences were found.
 */
@Command(
        name = "fk",
        description = "Migrations, and the differences between models and a database.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            // A command is one class and one line here.
            MigrationCreate.class,
            DbMigrate.class,
            DbMigrateStatus.class,
            DbMigrateUndo.class,
            DbMigrateRepair.class,
            DbMigrateForget.class,
            DbMigrateMark.class,
            DbPlan.class,
            DbSync.class,
            DbDiff.class,
            DbAssertions.class,
            DbModels.class,
            DbConstraints.class,
        })
@API(status = Status.EXPERIMENTAL)
public final class Fk {
    /** Something failed; the message says how far it got. */
    public static final int FAILED = 1;

    /** The command was not understood, and nothing was done. */
    public static final int WRONG_USAGE = 2;

    /** There are differences, and the command was asked to say so. */
    public static final int DIFFERENCES = 3;

    Fk() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        System.exit(console.afterwards(run(console, arguments)));
    }

    /**
     * Runs a command as {@link #main} does, without ending the process and without colours.
     *
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(Console.ofProcess().printingTo(out, err), arguments);
    }

    /**
     * The same on this database, whatever options and settings say: for a {@code main} of one's own, which has a pool or other
     * credentials.
     */
    public static int run(DataSource database, PrintWriter out, PrintWriter err, String... arguments) {
        return run(Console.ofProcess().printingTo(out, err).on(database), arguments);
    }

    static int run(Console console, String... arguments) {
        if (!isPicocliThere()) {
            console.err()
                    .println(
                            """
                    The command line needs picocli on the class path; nothing was done. Maven:
                    <dependency>
                      <groupId>info.picocli</groupId>
                      <artifactId>picocli</artifactId>
                      <version>4.7.7</version>
                    </dependency>""");
            return WRONG_USAGE;
        }
        return Commands.line(console).execute(arguments);
    }

    /** It is an optional dependency; whoever only tests does without. */
    private static boolean isPicocliThere() {
        try {
            Class.forName("picocli.CommandLine", false, Fk.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
