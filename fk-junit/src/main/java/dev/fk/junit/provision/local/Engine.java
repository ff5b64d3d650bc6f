package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Location;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.ServerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How one kind of server is set up and run, so that it is fast: its data is thrown away, and nobody waits for a disk. */
sealed interface Engine permits PostgreSqlEngine, MySqlEngine {
    static Engine of(ServerKind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgreSqlEngine();
            case MYSQL, MARIADB -> new MySqlEngine(kind);
        };
    }

    /** The names of the server's program, the best first. */
    List<String> programs();

    /**
     * Makes the data directory and all settings.
     *
     * @param first the password that the superuser begins with
     */
    void setUp(Programs programs, ServerFiles files, int port, Password first) throws IOException;

    /** Runs it, once it is set up, in the foreground. */
    List<String> command(Programs programs, ServerFiles files);

    /** Ends it in good order, whoever is still connected. */
    void stop(Programs programs, ServerFiles files, Process process) throws IOException;

    /** The command line client. */
    String client();

    /** A file from which the client takes the password. */
    Path writePassword(ServerFiles files, Location location) throws IOException;

    Revival revival(Programs programs, ServerFiles files, int port, Path password) throws IOException;
}
