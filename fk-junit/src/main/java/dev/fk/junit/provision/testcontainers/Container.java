package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.fk.junit.provision.Password;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One container of ours. */
record Container(DockerClient docker, String id, ContainerName name) {
    private static final int LINES = 15;

    /**
     * Created, but not running yet. It is removed when it ends, which it does when nobody holds its {@link Lifeline}.
     *
     * @param shared by what others find it, if they may
     * @param first the password that the server begins with: environments are shown, by docker inspect and by the log of
     *     docker-java, so it is good until the first connection only
     * @param lasting the one that counts then; a file in the container has it
     */
    static Container create(
            DockerClient docker,
            Recipe recipe,
            Image image,
            Optional<String> shared,
            String listenOn,
            Password first,
            Password lasting) {
        ContainerName name = ContainerName.create(recipe.kind());
        ExposedPort port = ExposedPort.tcp(recipe.port());
        String id = docker.createContainerCmd(image.name())
                .withName(name.value())
                .withLabels(ContainerName.labels(shared))
                .withEnv(recipe.environment(first))
                .withExposedPorts(port)
                .withEntrypoint(Lifeline.entryPoint(image.entryPoint()))
                .withCmd(recipe.command())
                .withHostConfig(HostConfig.newHostConfig()
                        .withAutoRemove(true)
                        .withTmpFs(Map.of(recipe.data(), "rw"))
                        .withPortBindings(new PortBinding(Binding.bindIp(listenOn), port)))
                .exec()
                .getId();
        Container container = new Container(docker, id, name);
        container.put(Stream.concat(
                Lifeline.files().stream(), Stream.of(TarFile.file(Recipe.PASSWORD_FILE, lasting.value()))));
        return container;
    }

    /** One that runs already and may be shared. */
    static Optional<Container> shared(DockerClient docker, String shared) {
        return docker.listContainersCmd().withLabelFilter(Map.of(ContainerName.SHARED, shared)).exec().stream()
                .filter(c -> c.getNames() != null && c.getNames().length > 0)
                .map(c -> new Container(docker, c.getId(), new ContainerName(c.getNames()[0].substring(1))))
                .filter(c -> !c.name().isKept())
                .findFirst();
    }

    private void put(Stream<TarFile.Entry> files) {
        docker.copyArchiveToContainerCmd(id)
                .withRemotePath("/")
                .withTarInputStream(new TarFile(files.toList()).stream())
                .exec();
    }

    void start() {
        docker.startContainerCmd(id).exec();
    }

    /** Whether the server runs in it. */
    boolean running() {
        return Boolean.TRUE.equals(
                        docker.inspectContainerCmd(id).exec().getState().getRunning())
                && !words(1).equals(Lifeline.ENDED);
    }

    /** The port of this machine that leads to the server's. */
    int port(int inside) {
        Binding[] bindings = docker.inspectContainerCmd(id)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.tcp(inside));
        if (bindings == null || bindings.length == 0) {
            throw new IllegalStateException("Docker has published no port of the container " + name.value() + ".");
        }
        return Integer.parseInt(bindings[0].getHostPortSpec());
    }

    /** The end of what the server has written, for a message. */
    String lastWords() {
        return words(LINES);
    }

    private String words(int lines) {
        StringBuilder words = new StringBuilder();
        ResultCallback.Adapter<Frame> callback = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
                words.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        };
        try {
            boolean complete = docker.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(lines)
                    .exec(callback)
                    .awaitCompletion(5, TimeUnit.SECONDS);
            return complete ? words.toString().strip() : "(its log cannot be read)";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** From now on it is nobody's leftover. */
    Container keep() {
        put(Stream.of(Lifeline.keeping()));
        try {
            docker.renameContainerCmd(id).withName(name.kept().value()).exec();
        } catch (BadRequestException | ConflictException sharedAndKeptByAnother) {
            System.getLogger(Container.class.getName())
                    .log(Level.DEBUG, "The container has its name already", sharedAndKeptByAnother);
        }
        return new Container(docker, id, name.kept());
    }

    void remove() {
        try {
            docker.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // somebody was faster, or is about it (409, "removal … is already in progress"), which is as good
        }
    }
}
