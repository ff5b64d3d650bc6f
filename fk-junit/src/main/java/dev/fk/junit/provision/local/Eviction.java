package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Removes from a cache what no run has used for {@link #UNUSED_FOR}, and what killed runs have left half made; never what a
 * living process makes, copies or runs, nor anything of which it is not known what it is. Looks once a day.
 */
record Eviction(Cache cache, Instant now) {
    /** So long after its last use an entry is removed. It takes a second or five to make it again. */
    static final Duration UNUSED_FOR = Duration.ofDays(30);

    /** Nobody makes anything for so long; for those who make it where their number says nothing here. */
    private static final Duration UNFINISHED_FOR = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofDays(1);

    /** Data directories, and the programs of the libraries. */
    private static final List<String> ENTRIES = List.of("data-", "postgresql-", "mariadb-");

    /** What nobody finds any more, until it is deleted. */
    private static final String GONE = "gone-";

    private static final System.Logger LOG = System.getLogger(Eviction.class.getName());

    /** For the end of a run, when nobody waits for a database. That something cannot be removed is no reason to fail. */
    static void ofThisUser() {
        Cache cache = Cache.ofThisUser();
        try {
            new Eviction(cache, Instant.now()).run();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "What nobody uses of " + cache.directory() + " could not be removed", e);
        }
    }

    void run() throws IOException {
        if (!Files.isWritable(cache.directory()) || !isDue()) {
            return;
        }
        boolean mine = cache.mutex().alone(() -> {
            boolean due = isDue();
            if (due) {
                Files.write(looked(), new byte[0]);
                Files.setLastModifiedTime(looked(), FileTime.from(now));
                for (Path entry : entries()) {
                    takeAwayIfUnused(entry);
                }
            }
            return due;
        });
        if (mine) {
            for (Path directory : directories()) {
                if (isGone(directory)) {
                    ServerFiles.at(directory).delete();
                }
            }
        }
    }

    private Path looked() {
        return cache.directory().resolve("looked");
    }

    /** Forks end at the same time, and one of them is enough. */
    private boolean isDue() throws IOException {
        try {
            return isOlder(looked(), PAUSE);
        } catch (NoSuchFileException never) {
            return true;
        }
    }

    /** It is deleted when nobody waits any more, and by the next one if this process is killed meanwhile. */
    private void takeAwayIfUnused(Path entry) throws IOException {
        if (isOlder(entry, UNUSED_FOR) && !isRun(entry)) {
            try {
                Files.move(entry, entry.resolveSibling(GONE + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, entry + " cannot be removed", e);
            }
        }
    }

    private boolean isOlder(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(age));
    }

    /** A server may run longer than that. */
    private static boolean isRun(Path entry) throws IOException {
        Path real = entry.toRealPath();
        return ProcessHandle.allProcesses()
                .flatMap(p -> p.info().command().stream())
                .anyMatch(command -> Path.of(command).startsWith(real));
    }

    private boolean isGone(Path directory) throws IOException {
        String name = directory.getFileName().toString();
        return name.startsWith(GONE) || (name.startsWith(Cache.HALF_MADE) && isLeftover(directory));
    }

    private boolean isLeftover(Path halfMade) throws IOException {
        try {
            Owner maker = ServerFiles.at(halfMade).owner();
            return maker.gone() || (!maker.where().equals(Owner.here()) && isOlder(halfMade, UNFINISHED_FOR));
        } catch (NoSuchFileException complete) {
            return false;
        }
    }

    private List<Path> entries() throws IOException {
        return directories().stream()
                .filter(d -> ENTRIES.stream().anyMatch(d.getFileName().toString()::startsWith))
                .toList();
    }

    private List<Path> directories() throws IOException {
        try (Stream<Path> all = Files.list(cache.directory())) {
            return all.filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
