package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Owner;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a server for as long as somebody needs it. The server is not a child of this JVM but of a shell that waits for the
 * end of a named pipe which every user of the server holds open: the operating system closes it for those who are killed,
 * so the server ends with the last of them, whatever became of that one, and nobody has to look from time to time.
 *
 * @param process the shell
 * @param lifeline the pipe, held open
 */
record Supervisor(ProcessHandle process, ServerFiles files, RandomAccessFile lifeline) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIFELINE = "lifeline";
    private static final String ENDED = "ended";

    /** Where somebody who wants to join and the end of the server meet: whoever makes this link first is right. */
    private static final String DOOR = "door";

    /**
     * The pipe is opened for both directions first, because a plain opening would wait for a writer that may have been
     * killed already.
     */
    private static final String SCRIPT =
            """
            directory=$1 gently=$2 quickly=$3
            shift 3
            finish() {
                [ -n "$server" ] || return
                if [ -e "$directory/kept" ]; then kill -s "$gently" $server; else kill -s "$quickly" $server; fi
            }
            watch() {
                while :; do
                    exec 4<>"$directory/lifeline" 5<"$directory/lifeline" 4>&-
                    while read -r line <&5; do :; done
                    exec 5<&-
                    if ln -s closed "$directory/door"; then
                        kill -s TERM $$
                        return
                    fi
                    kill -s 0 "$(readlink "$directory/door")" || rm -f "$directory/door"
                    sleep 0.1
                done
            }
            trap finish TERM INT HUP
            "$@" </dev/null & server=$!
            watch 2>/dev/null & watcher=$!
            while :; do
                wait $server
                kill -s 0 $server 2>/dev/null || break
            done
            server=
            : >"$directory/ended"
            while kill -s 0 $watcher 2>/dev/null; do
                wait $watcher
            done
            [ -e "$directory/kept" ] || rm -rf "$directory"
            """;

    /** Whether this machine has what it takes: a POSIX shell and named pipes. */
    static boolean possible() {
        return File.separatorChar == '/' && Files.isExecutable(Path.of("/bin/sh"));
    }

    static Supervisor start(Engine engine, Programs programs, ServerFiles files) throws IOException {
        Path pipe = files.file(LIFELINE);
        Commands.run(List.of("mkfifo", "-m", "600", pipe.toString()), files.log(), PATIENCE);
        RandomAccessFile lifeline = new RandomAccessFile(pipe.toFile(), "rw");
        boolean running = false;
        try {
            Process shell = new ProcessBuilder(Commands.concat(
                            List.of(
                                    "/bin/sh",
                                    "-c",
                                    SCRIPT,
                                    "fk",
                                    files.directory().toString(),
                                    engine.gentleSignal(),
                                    engine.quickSignal()),
                            engine.command(programs, files)))
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(files.log().toFile()))
                    .start();
            running = true;
            files.belongTo(Owner.of(shell.toHandle()));
            return new Supervisor(shell.toHandle(), files, lifeline);
        } finally {
            if (!running) {
                lifeline.close();
            }
        }
    }

    /** Becomes one of those for whom the server runs; empty if it ends already. */
    static Optional<Supervisor> join(ServerFiles files) throws IOException {
        Path door = files.file(DOOR);
        Path pipe = files.file(LIFELINE);
        if (!Files.exists(pipe)) {
            return Optional.empty();
        }
        try {
            Files.createSymbolicLink(
                    door, Path.of(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException closed) {
            return Optional.empty();
        }
        RandomAccessFile lifeline = new RandomAccessFile(pipe.toFile(), "rw");
        Owner owner = files.owner();
        Optional<Supervisor> joined =
                ProcessHandle.of(owner.pid()).filter(p -> !owner.gone()).map(p -> new Supervisor(p, files, lifeline));
        Files.deleteIfExists(door);
        if (joined.isEmpty()) {
            lifeline.close();
        }
        return joined;
    }

    /** Whether the server runs; if it has ended by itself, its log can still be read. */
    boolean isAlive() {
        return process.isAlive() && !Files.exists(files.file(ENDED));
    }

    /** Lets go: the server ends if nobody else holds on to it. */
    @Override
    public void close() throws IOException {
        lifeline.close();
    }

    /** Waits until the server and its files are gone. */
    void awaitEnd(String name) throws IOException {
        Commands.await(process.onExit(), name, PATIENCE);
    }
}
