package dev.fk.junit.provision.testcontainers;

import static dev.fk.junit.provision.testcontainers.Docker.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.server.ServerKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A container ends with the last JVM that needs it, whatever becomes of that one. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContainerLifetimeTest {
    /** A JVM with a server in a container. */
    private record Jvm(Process process, BufferedReader output) {
        static Jvm start(ServerKind kind, Reuse reuse) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Jvm.class.getName(),
                            kind.name(),
                            reuse.name(),
                            Docker.image(kind))
                    .redirectError(Redirect.INHERIT)
                    .start();
            return new Jvm(process, process.inputReader(StandardCharsets.UTF_8));
        }

        /** Starts or joins one, says on which port, and waits. */
        public static void main(String[] arguments) throws Exception {
            ServerKind kind = ServerKind.valueOf(arguments[0]);
            Server server = new Containers()
                    .start(new ServerRequest(
                            kind.dialect(),
                            Optional.empty(),
                            Map.of("image", arguments[2], Reuse.SETTING, arguments[1])));
            try (Connection connection = server.connectTo(kind.adminDatabase()).getConnection()) {
                System.out.println(connection.getMetaData().getURL().replaceAll(".*:(\\d+)/.*", "$1"));
            }
            System.in.read();
            System.exit(3);
        }

        /** Once its server runs. */
        String container() throws IOException, InterruptedException {
            return run("docker", "ps", "-q", "--no-trunc", "--filter", "publish=" + output.readLine());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        int exit() throws Exception {
            process.getOutputStream().close();
            return process.waitFor();
        }
    }

    /** Waits for Docker to say so. */
    private static void awaitRemoval(String container) throws IOException {
        Process events = new ProcessBuilder(
                        "docker",
                        "events",
                        "--since",
                        "1h",
                        "--filter",
                        "event=destroy",
                        "--filter",
                        "container=" + container,
                        "--format",
                        "{{.ID}}")
                .start();
        try (BufferedReader lines = events.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo(container);
        } finally {
            events.destroy();
        }
    }

    private static boolean runs(String container) throws IOException, InterruptedException {
        return run("docker", "inspect", "--format", "{{.State.Running}}", container)
                .equals("true");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_of_a_jvm_that_is_killed(ServerKind kind) throws Exception {
        Jvm jvm = Jvm.start(kind, Reuse.NONE);
        String container = jvm.container();
        assertThat(container).isNotEmpty();
        jvm.kill();
        awaitRemoval(container);
    }

    @ResourceLock("the container that is shared")
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void jvms_share_one_that_ends_with_the_last_of_them(ServerKind kind) throws Exception {
        Jvm first = Jvm.start(kind, Reuse.FORKS);
        List<Jvm> others = List.of(Jvm.start(kind, Reuse.FORKS), Jvm.start(kind, Reuse.FORKS));
        String container = first.container();
        for (Jvm other : others) {
            assertThat(other.container()).isEqualTo(container);
        }
        first.kill();
        Jvm late = Jvm.start(kind, Reuse.RUNS);
        assertThat(late.container()).isEqualTo(container);
        assertThat(others.get(0).exit()).isEqualTo(3);
        others.get(1).kill();
        assertThat(runs(container)).isTrue();
        late.kill();
        awaitRemoval(container);

        Jvm next = Jvm.start(kind, Reuse.FORKS);
        String another = next.container();
        assertThat(another).isNotEqualTo(container);
        assertThat(next.exit()).isEqualTo(3);
        awaitRemoval(another);
    }

    @ResourceLock("the container that is shared")
    @Test
    void one_that_others_use_is_no_leftover_of_who_started_it() throws Exception {
        Jvm first = Jvm.start(ServerKind.MARIADB, Reuse.FORKS);
        String container = first.container();
        Jvm second = Jvm.start(ServerKind.MARIADB, Reuse.FORKS);
        assertThat(second.container()).isEqualTo(container);
        first.kill();

        Jvm cleaning = Jvm.start(ServerKind.MARIADB, Reuse.NONE);
        String own = cleaning.container();
        assertThat(runs(container)).isTrue();

        second.kill();
        cleaning.kill();
        awaitRemoval(container);
        awaitRemoval(own);
    }
}
