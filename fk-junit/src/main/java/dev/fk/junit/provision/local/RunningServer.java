package dev.fk.junit.provision.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A server's process, or our part in it.
 *
 * @param alive whether the server may still be there
 * @param end lets go of it; when it returns, whatever was to end has ended
 * @param atExit what has to be done when this JVM exits and nobody has let go of it: nothing, if it ends by itself
 */
record RunningServer(BooleanSupplier alive, End end, End atExit) {
    /** How to let go. */
    @FunctionalInterface
    interface End {
        void end() throws IOException;
    }

    /** The same, let go of when something else has happened that needs the server's files, or has failed. */
    RunningServer until(CompletableFuture<Void> done) {
        return new RunningServer(alive, after(done, end), after(done, atExit));
    }

    private static End after(CompletableFuture<Void> done, End end) {
        return () -> {
            done.join();
            end.end();
        };
    }

    /** One that others may need as well: it ends when all have let go, sooner or later. */
    static RunningServer shared(Supervisor supervisor) {
        return new RunningServer(supervisor::isAlive, supervisor::close, () -> {});
    }

    /** Ends with this JVM, even if it is killed, where that is possible; otherwise when it is asked to. */
    static RunningServer start(Engine engine, Programs programs, ServerFiles files) throws IOException {
        if (Supervisor.possible()) {
            Supervisor supervisor = Supervisor.start(engine, programs, files);
            return new RunningServer(
                    supervisor::isAlive,
                    () -> {
                        supervisor.close();
                        supervisor.awaitEnd(engine.client());
                    },
                    () -> {});
        }
        Process process = new ProcessBuilder(engine.command(programs, files))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(files.log().toFile()))
                .start();
        End end = () -> {
            engine.stop(programs, files, process);
            files.deleteUnlessKept();
        };
        return new RunningServer(process::isAlive, end, end);
    }
}
