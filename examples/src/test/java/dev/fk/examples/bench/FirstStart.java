package dev.fk.examples.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** The start of a server on a machine where fk has never run. */
final class FirstStart implements AutoCloseable {
    private final Path home;
    private final boolean unpacks;

    private FirstStart(Path home, boolean unpacks) {
        this.home = home;
        this.unpacks = unpacks;
    }

    /** @param unpacks whether the programs have to be unpacked, too */
    static FirstStart prepare(boolean unpacks) throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache");
        Path home = Files.createTempDirectory(cache, "fk-bench-");
        Path mine = Files.createDirectories(home.resolve(".cache").resolve("fk"));
        if (!unpacks) {
            Path programs = BareServer.programs();
            Files.createSymbolicLink(mine.resolve(programs.getFileName()), programs);
        }
        return new FirstStart(home, unpacks);
    }

    /** What is left when all that is fk's is left out. */
    long bare() throws IOException {
        Path archive = home.resolve("postgres.txz");
        Path unpacked = Files.createDirectory(home.resolve("unpacked"));
        try (InputStream stream = FirstStart.class.getClassLoader().getResourceAsStream("postgres-linux-x86_64.txz");
                BareServer server = BareServer.withoutData()) {
            if (unpacks && stream != null) {
                Files.copy(stream, archive);
            }
            long begin = System.nanoTime();
            if (unpacks) {
                run(List.of("tar", "-xJf", archive.toString(), "-C", unpacked.toString()));
            }
            server.initialize();
            server.start();
            return System.nanoTime() - begin;
        }
    }

    /** With a home directory in which there is nothing. */
    <T> T withoutCache(Callable<T> action) throws Exception {
        String real = System.setProperty("user.home", home.toString());
        try {
            return action.call();
        } finally {
            System.setProperty("user.home", real);
        }
    }

    private static void run(List<String> command) throws IOException {
        if (new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue() != 0) {
            throw new IOException(command + " failed");
        }
    }

    @Override
    public void close() throws IOException {
        run(List.of("rm", "-rf", home.toString()));
    }
}
