package dev.fk.junit.provision.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The programs of one installed server; most of them are in the server's own directory. */
@API(status = Status.INTERNAL)
public record Programs(Path server) {
    private static final String SUFFIX = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";

    /** The program in this directory, if there is one that can be executed. */
    static Optional<Path> in(Path directory, String name) {
        return Optional.of(directory.resolve(name + SUFFIX))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable);
    }

    /** Another program of the same installation. */
    Optional<Path> beside(String name) {
        Path directory = directory();
        return Stream.of("", "../bin", "../sbin", "../scripts")
                .map(d -> directory.resolve(d).normalize())
                .flatMap(d -> in(d, name).stream())
                .findFirst();
    }

    /** What has to be there, or the installation is not complete. */
    Path needed(String name) throws IOException {
        return beside(name)
                .orElseThrow(() -> new IOException(
                        "there is no " + name + " beside " + server + ", so no data directory can be made."));
    }

    /** Where the installation is; distributions put links to it elsewhere. */
    private Path directory() {
        try {
            return parent(server.toRealPath());
        } catch (IOException e) {
            return parent(server.toAbsolutePath());
        }
    }

    /** Above the directory of programs. */
    Path base() {
        return parent(directory());
    }

    private static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }
}
