package dev.fk.junit.provision;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The process that something on this machine belongs to, written down so that another process can tell whether it is
 * still there.
 *
 * @param start when the process began, because numbers are given again; 0 if that is not known
 * @param where where process numbers mean the same
 */
@API(status = Status.INTERNAL)
public record Owner(long pid, long start, String where) {
    /** This process. */
    public static Owner current() {
        return of(ProcessHandle.current());
    }

    public static Owner of(ProcessHandle process) {
        return new Owner(process.pid(), start(process), here());
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** What {@link #toString} has written; one that belongs to nobody if it is anything else. */
    public static Owner parse(String text) {
        String[] parts = text.strip().split("[.@]", 3);
        try {
            return new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return new Owner(0, 0, "");
        }
    }

    /** Whether it is certain that the process has ended: that can be said only where its number means anything. */
    public boolean gone() {
        return !where.isEmpty()
                && where.equals(here())
                && ProcessHandle.of(pid)
                        // the clock of the system may have been set meanwhile, but not to another second of our run
                        .filter(p -> start == 0 || Math.abs(start(p) - start) < 2_000)
                        .isEmpty();
    }

    /**
     * Where process numbers mean what they mean here: this host, and on Linux this namespace, because a container numbers
     * its processes anew. Empty if that cannot be said.
     */
    public static String here() {
        try {
            Path namespace = Path.of("/proc/self/ns/pid");
            return InetAddress.getLocalHost().getHostName()
                    + (Files.isSymbolicLink(namespace) ? " " + Files.readSymbolicLink(namespace) : "");
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return pid + "." + start + "@" + where;
    }
}
