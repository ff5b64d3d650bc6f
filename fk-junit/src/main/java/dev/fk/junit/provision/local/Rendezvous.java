package dev.fk.junit.provision.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the JVMs of one user find the server that they share.
 *
 * @param name what is the same for all who may share it
 */
record Rendezvous(Path directory, String name) {
    /** What is done while nobody else looks for the server. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    static Rendezvous of(Engine engine, Programs programs, Cache cache) throws IOException {
        Path directory = cache.directory().resolve("shared");
        Files.createDirectories(directory);
        return new Rendezvous(directory, engine.programs().get(0) + "-" + Prepared.identity(programs));
    }

    <T> T alone(Action<T> action) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (!lock.isValid()) {
                throw new IOException("The lock of " + directory.resolve(name) + " is not to be had.");
            }
            return action.run();
        }
    }

    /** The system's lock is between processes; two sessions in one of them have to take turns by themselves. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException anotherSessionOfThisJvm) {
                LockSupport.parkNanos(5_000_000);
            }
        }
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
