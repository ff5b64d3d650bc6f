package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.fk.junit.provision.Password;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One container of ours. */
record Container(DockerClient docker, String id, ContainerName name) {
    private static final int LINES = 15;

    /**
     * Created, but not running yet.
     *
     * @param first the password that the server begins with: environments are shown, by docker inspect and by the log of
     *     docker-java, so it is good until the first connection only
     * @param lasting the one that counts then; a file in the container has it
     */
    static Container create(
            DockerClient docker, Recipe recipe, String image, String listenOn, Password first, Password lasting) {
        ContainerName name = ContainerName.create(recipe.kind());
        ExposedPort port = ExposedPort.tcp(recipe.port());
        String id = docker.createContainerCmd(image)
                .withName(name.value())
                .withLabels(name.labels())
                .withEnv(recipe.environment(first))
                .withExposedPorts(port)
                .withCmd(recipe.command())
                .withHostConfig(HostConfig.newHostConfig()
                        .withTmpFs(Map.of(recipe.data(), "rw"))
                        .withPortBindings(new PortBinding(Binding.bindIp(listenOn), port)))
                .exec()
                .getId();
        docker.copyArchiveToContainerCmd(id)
                .withRemotePath("/")
                .withTarInputStream(new TarFile(Recipe.PASSWORD_FILE, lasting.value()).stream())
                .exec();
        return new Container(docker, id, name);
    }

    void start() {
        docker.startContainerCmd(id).exec();
    }

    boolean running() {
        return Boolean.TRUE.equals(
                docker.inspectContainerCmd(id).exec().getState().getRunning());
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
                    .withTail(LINES)
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
        docker.renameContainerCmd(id).withName(name.kept().value()).exec();
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
