package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Directories that are made once and used by all later runs. An entry is complete or not there, and its time of modification is
 * that of its last use. What nobody uses any more is removed: see {@link Eviction}.
 */
@API(status = Status.INTERNAL)
public record Cache(Path directory) {
    /** What is being made, or was when its maker was killed; who makes it stands in a file of it. */
    static final String HALF_MADE = "new-";

    /** Fills a directory. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path directory) throws IOException;
    }

    /** In the user's own directory, because programs are run from it; the temporary one is everybody's. */
    public static Cache ofThisUser() {
        return new Cache(Path.of(System.getProperty("user.home"), ".cache", "fk"));
    }

    /** The entry of this name, made now if it is not there. Processes that make it at once do not disturb each other. */
    public Path get(String name, Filler filler) throws IOException {
        Path entry = directory.resolve(name);
        if (Files.isDirectory(entry) && !Files.isWritable(directory)) {
            return entry; // somebody has provided it, and nobody removes it
        }
        Files.createDirectories(directory);
        if (guarded(() -> used(entry))) {
            return entry;
        }
        Path mine = Files.createTempDirectory(directory, HALF_MADE, forMyselfAlone(directory));
        ServerFiles files = ServerFiles.at(mine);
        boolean complete = false;
        try {
            files.belongTo(Owner.current());
            filler.fill(mine);
            files.belongToNobody();
            complete = guarded(() -> moved(mine, entry));
            return entry;
        } finally {
            if (!complete) {
                files.delete();
            }
        }
    }

    /** Where JVMs that run at the same time find what they share; no entry. */
    public Path shared() throws IOException {
        return Files.createDirectories(directory.resolve("shared"));
    }

    /** Whoever has used an entry under it may go on using it: only what was not used for long is removed, and under it. */
    FileMutex mutex() {
        return new FileMutex(directory.resolve("lock"));
    }

    /** Where there are no locks nothing is removed, so nothing has to be guarded. */
    private <T> T guarded(FileMutex.Action<T> action) throws IOException {
        try {
            return mutex().alone(action);
        } catch (FileMutex.NoLockException e) {
            return action.run();
        }
    }

    /** Whether it is there; if so, this is a use of it. */
    private static boolean used(Path entry) throws IOException {
        if (!Files.isDirectory(entry)) {
            return false;
        }
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
        return true;
    }

    /** Whether it is this one that counts from now on; if not, somebody was faster, which is as good. */
    private static boolean moved(Path mine, Path entry) throws IOException {
        if (used(entry)) {
            return false;
        }
        try {
            Files.move(mine, entry, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (used(entry)) {
                return false;
            }
            throw e;
        }
    }

    private static FileAttribute<?>[] forMyselfAlone(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
