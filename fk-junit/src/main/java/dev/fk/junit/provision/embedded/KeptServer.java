package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How to get to a database while the server runs, and after it has ended with the JVM. */
record KeptServer(ServerFiles files, int port) {
    /** The command works in both cases: what it needs is written into a script beside the data. */
    Access access(String url, String database) {
        try {
            Files.writeString(files.clientScript(), script());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Access(
                url + "?user=" + Account.USER,
                "sh " + files.clientScript() + " " + database,
                List.of(
                        "The server ends with the tests; the second line starts it again for as long as psql runs.",
                        "The password is in " + files.passwordFile() + "; all of it is removed after a day."));
    }

    private String script() throws IOException {
        String control = asSomebodyElse() + quoted(binary("pg_ctl")) + " -s -D " + quoted(files.data());
        return """
                #!/bin/sh
                # Opens a database that a test left behind. Starts the server if it has ended, and stops it afterwards.
                if ! command -v psql >/dev/null; then
                    echo "psql is not installed here" >&2
                    exit 127
                fi
                if ! %1$s status >/dev/null; then
                    %1$s -l %2$s -w start || exit
                    trap '%3$s -m fast stop' EXIT
                fi
                PGPASSFILE=%4$s psql -h 127.0.0.1 -p %5$d -U %6$s "$@"
                """
                .formatted(
                        control,
                        quoted(files.log()),
                        control.replace("'", "'\\''"),
                        quoted(files.passwordFile()),
                        port,
                        Account.USER);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not notice. The library does the same. */
    private static String asSomebodyElse() {
        return "root".equals(System.getProperty("user.name")) ? "unshare -U " : "";
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    /** Beside the one that runs: PostgreSQL writes its command line into this file. */
    private Path binary(String name) throws IOException {
        String running = Files.readString(files.data().resolve("postmaster.opts"));
        int end = running.indexOf(" \"-");
        return Path.of(end < 0 ? running.trim() : running.substring(0, end)).resolveSibling(name);
    }
}
