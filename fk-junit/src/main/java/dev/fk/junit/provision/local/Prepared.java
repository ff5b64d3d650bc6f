package dev.fk.junit.provision.local;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A data directory as the server's own programs make it, made once for all runs and copied for each server.
 *
 * @param name of the cache's entry
 * @param fresh whether the cache has none yet
 */
record Prepared(ServerFiles files, Cache cache, String name, boolean fresh) {
    /** @param server in whose directory it is made, in memory if there is any, if the cache has none */
    static Prepared of(Engine engine, Programs programs, Cache cache, ServerFiles server) throws IOException {
        String name = "data-" + engine.programs().get(0) + "-" + identity(programs);
        Optional<Path> stored = cache.find(name);
        if (stored.isPresent()) {
            return new Prepared(ServerFiles.at(stored.get()), cache, name, false);
        }
        ServerFiles made = ServerFiles.at(Files.createDirectory(server.file("prepared")));
        initialize(engine, programs, made);
        return new Prepared(made, cache, name, true);
    }

    private static void initialize(Engine engine, Programs programs, ServerFiles files) throws IOException {
        try {
            engine.initialize(programs, files);
        } catch (IOException e) {
            String words = files.lastWords();
            throw new IOException(e.getMessage() + "\n" + words + Obstacles.of(words), e);
        }
    }

    /** Another version, or another build of the same, is another file. */
    static UUID identity(Programs programs) throws IOException {
        Path program = programs.server().toRealPath();
        BasicFileAttributes file = Files.readAttributes(program, BasicFileAttributes.class);
        String words = program + " " + file.size() + " "
                + file.lastModifiedTime().toMillis() + " as root: " + Commands.asRoot();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * All that a server looks at when it starts.
     *
     * @param last of its data what it looks at only when somebody connects
     */
    void copyTo(ServerFiles target, Set<String> last) throws IOException {
        FileTree data = new FileTree(files.data());
        data.prepare(target.data());
        data.fill(target.data(), target.log(), name -> !last.contains(name));
        for (String each : last) {
            new FileTree(files.data().resolve(each)).prepare(target.data().resolve(each));
        }
    }

    /** The others, which may be done while it starts: of PostgreSQL 18.6 they are 900 of 970 files. */
    void copyLast(ServerFiles target, Set<String> last) throws IOException {
        for (String each : last) {
            new FileTree(files.data().resolve(each)).fill(target.data().resolve(each), target.log(), name -> true);
        }
    }

    /**
     * Puts what was made into the cache, for which nobody has to wait: to write a thousand files to a disk takes as long as
     * to make them. If the process is killed meanwhile, the next one makes it again.
     *
     * @return when that is done, or has failed; until then the server's directory has to stay, and then has it no more
     */
    CompletableFuture<Void> store() {
        if (!fresh) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(this::storeNow, task -> {
            Thread thread = new Thread(task, "fk-store");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void storeNow() {
        try {
            cache.get(name, this::copyAllTo);
        } catch (IOException e) {
            System.getLogger(Prepared.class.getName())
                    .log(
                            Level.WARNING,
                            "A prepared data directory cannot be kept in " + cache.directory() + ": " + e.getMessage()
                                    + "\nThe next run makes it again, and takes longer for it.");
        } finally {
            files.delete();
        }
    }

    private void copyAllTo(Path entry) throws IOException {
        new FileTree(files.directory()).fill(entry, files.log(), name -> true);
    }
}
