package dev.fk.junit.provision.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A file that one process at a time has locked; if that process is killed, the next one gets it. */
@API(status = Status.INTERNAL)
public record FileMutex(Path file) {
    /** What is done while nobody else does the like. */
    @FunctionalInterface
    public interface Action<T> {
        T run() throws IOException;
    }

    /** There are file systems without locks. */
    public static final class NoLockException extends IOException {
        private static final long serialVersionUID = 1;

        NoLockException(Path file, IOException cause) {
            super("The lock of " + file + " is not to be had: " + cause.getMessage(), cause);
        }
    }

    public <T> T alone(Action<T> action) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (!lock.isValid()) {
                throw new IOException("The lock of " + file + " is not to be had.");
            }
            return action.run();
        }
    }

    /** The system's lock is between processes; two sessions in one of them have to take turns by themselves. */
    private FileLock lock(FileChannel channel) throws NoLockException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException anotherSessionOfThisJvm) {
                LockSupport.parkNanos(5_000_000);
            } catch (IOException e) {
                throw new NoLockException(file, e);
            }
        }
    }
}
