package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.server.Location;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

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

    /** Makes a data directory that can be copied, as long as no server runs on it. */
    void initialize(Programs programs, ServerFiles files) throws IOException;

    /** The directories in its data into which a server does not look before somebody connects. */
    Set<String> lookedAtLast();

    /**
     * Writes all settings for a copy of it.
     *
     * @return the password that the superuser begins with
     */
    Password configure(Programs programs, ServerFiles prepared, ServerFiles files, int port) throws IOException;

    /** Runs it, once it is configured, in the foreground. */
    List<String> command(Programs programs, ServerFiles files);

    /** The signal on which it ends in good order, whoever is still connected. */
    String gentleSignal();

    /** The signal on which it ends fast, because nobody needs its data. */
    String quickSignal();

    /** Ends it in good order, whoever is still connected. */
    void stop(Programs programs, ServerFiles files, Process process) throws IOException;

    /** The command line client. */
    String client();

    /** A file from which the client takes the password. */
    Path writePassword(ServerFiles files, Location location) throws IOException;

    Revival revival(Programs programs, ServerFiles files, int port, Path password) throws IOException;
}
