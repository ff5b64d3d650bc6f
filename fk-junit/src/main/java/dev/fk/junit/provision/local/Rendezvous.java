package dev.fk.junit.provision.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the JVMs of one user find the server that they share.
 *
 * @param name what is the same for all who may share it
 */
record Rendezvous(Path directory, String name) {
    static Rendezvous of(Engine engine, Programs programs, Cache cache) throws IOException {
        return new Rendezvous(cache.shared(), engine.programs().get(0) + "-" + Prepared.identity(programs));
    }

    /** What is done while nobody else looks for the server. */
    <T> T alone(FileMutex.Action<T> action) throws IOException {
        return new FileMutex(directory.resolve(name + ".lock")).alone(action);
    }

    /** The files of the server that was started last; it may have ended. */
    Optional<ServerFiles> last() throws IOException {
        Path link = link();
        return Files.exists(link, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(link)
                ? Optional.of(ServerFiles.at(Files.readSymbolicLink(link)))
                : Optional.empty();
    }

    void announce(ServerFiles files) throws IOException {
        Path fresh = directory.resolve(name + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, files.directory());
        Files.move(fresh, link(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path link() {
        return directory.resolve(name);
    }
}
