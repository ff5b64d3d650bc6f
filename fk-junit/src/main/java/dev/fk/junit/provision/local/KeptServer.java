package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.server.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How to get to a database while the server runs, and after it has ended with the JVM. */
record KeptServer(Engine engine, Programs programs, ServerFiles files, Location location) {
    private static final String SCRIPT =
            """
            #!/bin/sh
            # Opens a database that a test left behind. Starts the server if it has ended, and stops it afterwards.
            if ! command -v %1$s >/dev/null; then
                echo "%1$s is not installed here" >&2
                exit 127
            fi
            if ! %2$s; then
                %3$s || exit
                trap '%4$s' EXIT
            fi
            %5$s "$@"
            """;

    /** The command works in both cases: what it needs is written into a script beside the data. */
    Access access(String database) {
        Path script = files.file(engine.client());
        Path password;
        try {
            files.keep();
            password = engine.writePassword(files, location);
            Revival revival = engine.revival(programs, files, location.port(), password);
            Files.writeString(
                    script,
                    SCRIPT.formatted(
                            client(),
                            revival.running(),
                            revival.start(),
                            revival.stop().replace("'", "'\\''"),
                            revival.client().formatted(client())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Access(
                location.shownUrl(database),
                "sh " + script + " " + database,
                List.of(
                        "The server ends with the tests; the second line starts it again for as long as "
                                + engine.client() + " runs.",
                        "The password is in " + password + "; all of it is removed after a day, or when "
                                + ServerFiles.KEPT_AT_MOST + " more runs have left one."));
    }

    /** The one that came with the server, or whatever the shell finds. */
    private String client() {
        return programs.beside(engine.client()).map(Revival::quoted).orElseGet(engine::client);
    }
}
