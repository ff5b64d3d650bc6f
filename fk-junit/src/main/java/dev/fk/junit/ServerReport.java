package dev.fk.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One file per session with a line per server, so that a build can say what it was tested on. */
final class ServerReport {
    private ServerReport() {}

    /** @param directory may be empty: no report */
    static void write(String directory, List<SessionServer> servers) {
        if (directory.isEmpty() || servers.isEmpty()) {
            return;
        }
        try {
            Path parent = Files.createDirectories(Path.of(directory));
            Path file = Files.createTempFile(parent, "servers-", ".txt");
            Files.write(
                    file, servers.stream().map(SessionServer::report).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report of servers to " + directory, e);
        }
    }
}
