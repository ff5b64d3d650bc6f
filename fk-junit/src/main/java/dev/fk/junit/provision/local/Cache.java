package dev.fk.junit.provision.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Directories that are made once and used by all later runs. An entry is complete or not there. */
@API(status = Status.INTERNAL)
public record Cache(Path directory) {
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
        if (Files.isDirectory(entry)) {
            return entry;
        }
        Files.createDirectories(directory);
        Path mine = Files.createTempDirectory(directory, "new-", forMyselfAlone(directory));
        boolean complete = false;
        try {
            filler.fill(mine);
            complete = moved(mine, entry);
            return entry;
        } finally {
            if (!complete) {
                delete(mine);
            }
        }
    }

    /** Whether it is this one that counts from now on. */
    private static boolean moved(Path mine, Path entry) throws IOException {
        try {
            Files.move(mine, entry, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (Files.isDirectory(entry)) {
                return false; // somebody was faster, which is as good
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

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
