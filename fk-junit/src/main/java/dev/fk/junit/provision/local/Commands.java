package dev.fk.junit.provision.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Programs of a server that are run once and end. */
final class Commands {
    private Commands() {}

    static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * What it says goes to the log.
     *
     * @throws IOException if it fails, cannot be run or takes too long
     */
    static void run(List<String> command, Path log, Duration patience) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        await(process, command.get(0), patience);
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " failed (" + process.exitValue() + ").");
        }
    }

    /** What it says, whether it fails or not. */
    static String output(List<String> command, Duration patience) throws IOException {
        Path file = Files.createTempFile("fk-", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
            await(process, command.get(0), patience);
            return Files.readString(file).strip();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static void await(Process process, String name, Duration patience) throws IOException {
        boolean ended = false;
        try {
            ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
            throw new IOException(name + " has not ended within " + (patience.toMillis() + 999) / 1000 + " seconds.");
        }
    }

    /** Until a process has ended that others may wait for as well. */
    static void await(CompletableFuture<ProcessHandle> end, String name, Duration patience) throws IOException {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(name + " has not ended within " + patience.toSeconds() + " seconds.", e);
        }
    }

    static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
