package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a container lives by. Whoever needs it has a process in it that holds a named pipe open, and ends with the connection
 * to Docker, so also when they are killed. The first process of the container reads that pipe: it learns that nobody is left,
 * and ends the container. Nobody has to look from time to time, and no other container has to be run for it.
 */
final class Lifeline implements AutoCloseable {
    /** What the server's output ends with if it ends by itself; the container stays, so that its words can be read. */
    static final String ENDED = "fk: the server has ended";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DIRECTORY = "/fk-run";
    private static final String PIPE = DIRECTORY + "/lifeline";

    /** Where somebody who comes and the end meet: whoever makes this link first is right. */
    private static final String DOOR = DIRECTORY + "/door";

    private static final String KEPT = DIRECTORY + "/kept";

    /** The first process: when it ends, the kernel ends all others. Opening the pipe waits until somebody holds it. */
    private static final String WATCH =
            """
            { "$@"; echo "%s"; } 2>&1 &
            trap 'exit 0' TERM INT
            while :; do
                { while read -r line; do :; done; } <%s
                [ -e %s ] && continue
                ln -s closed %s 2>/dev/null && exit 0
                kill -s 0 "$(readlink %s)" 2>/dev/null || rm -f %s
                sleep 0.1
            done
            """
                    .formatted(ENDED, PIPE, KEPT, DOOR, DOOR, DOOR);

    /** The process of somebody who holds it: says the password, then waits for the end of its input. */
    private static final String HOLD =
            """
            until ln -s $$ %s 2>/dev/null; do
                who=$(readlink %s)
                [ "$who" != closed ] || exit 1
                kill -s 0 "$who" 2>/dev/null || rm -f %s
                sleep 0.1
            done
            exec 3>%s
            rm -f %s
            cat %s
            echo
            exec cat
            """
                    .formatted(DOOR, DOOR, DOOR, PIPE, DOOR, Recipe.PASSWORD_FILE);

    private final CountDownLatch released = new CountDownLatch(1);
    private final Said said = new Said();

    private Lifeline() {}

    /** What the container is to run instead of the image's own entry point, which becomes its child. */
    static List<String> entryPoint(List<String> ofImage) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "fk"));
        command.addAll(ofImage);
        return command;
    }

    /** What has to be in the container before it starts. */
    static List<TarFile.Entry> files() {
        return List.of(TarFile.directory(DIRECTORY, "0000777"), TarFile.pipe(PIPE, "0000666"));
    }

    /** That makes the container stay when nobody holds its lifeline any more. */
    static TarFile.Entry keeping() {
        return TarFile.file(KEPT, "");
    }

    /** Holds it; empty if the container ends already, or Docker cannot do that. */
    static Optional<Lifeline> hold(DockerClient docker, String container) {
        Lifeline lifeline = new Lifeline();
        boolean held = false;
        try {
            String exec = docker.execCreateCmd(container)
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withCmd("sh", "-c", HOLD)
                    .exec()
                    .getId();
            docker.execStartCmd(exec).withStdIn(lifeline.new Silence()).exec(lifeline.said);
            lifeline.password();
            held = true;
            return Optional.of(lifeline);
        } catch (DockerException | IOException e) {
            System.getLogger(Lifeline.class.getName())
                    .log(System.Logger.Level.DEBUG, "The lifeline of " + container + " cannot be held", e);
            return Optional.empty();
        } finally {
            if (!held) {
                lifeline.close();
            }
        }
    }

    /** The one in the container. */
    String password() throws IOException {
        try {
            return said.line.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The container does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Lets go: the container ends if nobody else holds on to it. */
    @Override
    public void close() {
        released.countDown();
    }

    /** An input that says nothing and ends when it is let go. */
    private final class Silence extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    /** The first line of what the process says. */
    private static final class Said extends ResultCallback.Adapter<Frame> {
        private final CompletableFuture<String> line = new CompletableFuture<>();
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() == StreamType.STDOUT || frame.getStreamType() == StreamType.RAW) {
                begun.writeBytes(frame.getPayload());
                String text = begun.toString(StandardCharsets.UTF_8);
                if (text.contains("\n")) {
                    line.complete(text.substring(0, text.indexOf('\n')));
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            line.completeExceptionally(failure);
            super.onError(failure);
        }

        @Override
        public void onComplete() {
            line.completeExceptionally(new IOException("it has ended"));
            super.onComplete();
        }
    }
}
