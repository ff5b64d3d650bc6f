package dev.fk.junit.provision.testcontainers;

import static dev.fk.junit.provision.testcontainers.Docker.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
class ContainersTest {
    /** No process has it: it is above every process id of Linux. */
    private static final long DEAD = 1L << 30;

    private static DataSource admin(Server server, ServerKind kind) {
        return server.connectTo(kind.adminDatabase());
    }

    private static String ask(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String url(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    @ParameterizedTest
    @EnumSource
    void starts_exactly_what_is_asked_for(ServerKind kind, Docker docker) {
        Database database = Database.of(admin(docker.server(kind), kind));
        assertThat(database.server().dialect().id()).isEqualTo(kind.dialect());
        assertThat(Docker.image(kind)).endsWith(":" + version(database));
    }

    private static String version(Database database) {
        String[] parts = database.server().version().toString().split("\\.");
        boolean two = database.server().dialect().id().equals("mariadb") || parts[0].equals("8");
        return two ? parts[0] + "." + parts[1] : parts[0];
    }

    @ParameterizedTest
    @EnumSource
    void is_fast_rather_than_safe(ServerKind kind, Docker docker) throws Exception {
        String sql =
                switch (kind) {
                    case POSTGRESQL ->
                        "SELECT string_agg(setting, ' ' ORDER BY name) FROM pg_settings"
                                + " WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')";
                    case MYSQL, MARIADB ->
                        "SELECT concat_ws(' ', if(@@log_bin, 'on', 'off'),"
                                + " if(@@innodb_flush_log_at_trx_commit, 'on', 'off'),"
                                + " if(@@innodb_doublewrite IN ('OFF', '0'), 'off', 'on'))";
                };
        assertThat(ask(admin(docker.server(kind), kind), sql)).isEqualTo("off off off");
    }

    @ParameterizedTest
    @EnumSource
    void keeps_its_data_in_memory(ServerKind kind, Docker docker) throws Exception {
        String directory = ask(
                admin(docker.server(kind), kind),
                kind == ServerKind.POSTGRESQL ? "SHOW data_directory" : "SELECT @@datadir");
        assertThat(directory).startsWith(Recipe.of(kind).data());
    }

    @ParameterizedTest
    @EnumSource
    void listens_on_the_loopback_interface_only_where_docker_is_on_this_machine(ServerKind kind, Docker docker)
            throws Exception {
        ContainerHost host = Docker.host();
        String url = url(admin(docker.server(kind), kind));
        assertThat(url).contains("//" + host.name() + ":");
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        String name = run("docker", "ps", "--filter", "publish=" + port, "--format", "{{.Names}}");
        assertThat(run("docker", "port", name).lines()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .endsWith(" -> " + host.listenOn() + ":" + port));
        if (InetAddress.getByName(host.name()).isLoopbackAddress()) {
            assertThat(host.listenOn()).isEqualTo("127.0.0.1");
            nobody_else_gets_through_to(port);
        }
    }

    private static void nobody_else_gets_through_to(int port) throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .toList();
        assertThat(others).isNotEmpty().allSatisfy(address -> assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 1000);
                    }
                })
                .isInstanceOf(IOException.class));
    }

    @ParameterizedTest
    @EnumSource
    void lets_nobody_in_without_its_password(ServerKind kind, Docker docker) throws Exception {
        DataSource admin = admin(docker.server(kind), kind);
        String plain = url(admin) + "?sslMode=disable&sslmode=disable&allowPublicKeyRetrieval=true";
        for (String password : List.of("", "postgres", "root", "test")) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                                    plain.replace(
                                            "sslMode=disable",
                                            kind == ServerKind.MYSQL ? "sslMode=DISABLED" : "sslMode=disable"),
                                    kind.superuser(),
                                    password)
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        assertThat(admin.toString()).doesNotContain("password");
    }

    @ParameterizedTest
    @EnumSource
    void a_kept_database_outlives_the_session_and_its_command_works(ServerKind kind) throws Exception {
        Server server = Docker.start(kind);
        server.databases().create("fk_kept");
        try (Connection connection = server.connectTo("fk_kept").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE evidence (id int)");
        }
        Access access = server.keep("fk_kept");
        server.databases().close();
        server.close();
        String name = access.command().replaceAll("docker exec -it (\\S+) .*", "$1");
        try {
            assertThat(name).startsWith("fk-kept-" + kind.dialect() + "-");
            String list = kind == ServerKind.POSTGRESQL ? "\\\\dt" : "show tables";
            String command = "echo '" + list + "' | " + access.command().replace(" -it ", " -i ");
            assertThat(run("sh", "-c", command)).contains("evidence");
            assertThat(access.url())
                    .startsWith("jdbc:" + kind.dialect() + "://" + Docker.host().name() + ":")
                    .endsWith("/fk_kept?user=" + kind.superuser());
            String password =
                    run(access.notes().get(0).replace("The password: ", "").split(" "));
            assertThat(password).hasSize(24);
            assertThat(access.toString()).doesNotContain(password);
            assertThat(run("docker", "inspect", name)).doesNotContain(password);
            assertThat(run("docker", "logs", name)).doesNotContain(password);
        } finally {
            run("docker", "rm", "-fv", name);
        }
    }

    @Test
    void nothing_is_left_of_a_server_that_is_closed() throws Exception {
        Server server = Docker.start(ServerKind.MARIADB);
        String port = url(server.connectTo("")).replaceAll(".*:(\\d+)/.*", "$1");
        assertThat(run("docker", "ps", "--filter", "publish=" + port, "--format", "{{.Names}}"))
                .startsWith("fk-mariadb-");
        server.databases().close();
        server.close();
        assertThat(run("docker", "ps", "-a", "--filter", "publish=" + port, "--format", "{{.Names}}"))
                .isEmpty();
    }

    @Test
    void a_missing_image_is_named_with_what_docker_says_and_what_to_do() {
        ServerRequest request = new ServerRequest("mysql", Optional.empty(), Map.of("image", "mysql:0.0-nobody"));
        assertThatThrownBy(() -> new Containers().start(request))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("The image mysql:0.0-nobody is not on this machine and cannot be pulled: ")
                .hasMessageContaining(
                        """

                        Pull it yourself: docker pull mysql:0.0-nobody. Or name another, such as one of docker images mysql: fk.mysql.image=…""");
    }

    @Test
    void what_is_no_image_name_is_said_before_docker_is_asked() {
        ServerRequest request = new ServerRequest("mysql", Optional.empty(), Map.of("image", "My SQL"));
        assertThatThrownBy(() -> new Containers().start(request))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("'My SQL' is no name of an image: ");
    }

    @Test
    void a_server_that_ends_at_once_shows_its_last_words() {
        ServerRequest request = new ServerRequest("mysql", Optional.empty(), Map.of("image", "postgres:18"));
        assertThatThrownBy(() -> new Containers().start(request))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("The container of postgres:18 does not start: ")
                .hasMessageContaining("mysqld");
    }

    @Test
    void names_are_different_every_time() {
        assertThat(Stream.generate(() -> ContainerName.create(ServerKind.MYSQL)).limit(100))
                .doesNotHaveDuplicates();
    }

    @Test
    void removes_what_a_killed_process_left_but_not_what_others_use_or_what_is_kept() throws Exception {
        String here = Owner.here();
        long alive = ProcessHandle.current().pid();
        String chance = ContainerName.create(ServerKind.MYSQL).value().replace("fk-mysql-", "");
        String left = create("fk-mysql-left-" + chance, DEAD + ".0@" + here);
        String used = create("fk-mysql-used-" + chance, alive + ".0@" + here);
        String elsewhere = create("fk-mysql-elsewhere-" + chance, DEAD + ".0@another host");
        String kept = create("fk-kept-mysql-" + chance, DEAD + ".0@" + here);
        try {
            leftovers().remove();
            assertThat(created(chance).split("\\s+"))
                    .containsExactlyInAnyOrder(used, elsewhere, kept)
                    .doesNotContain(left);
        } finally {
            run("docker", "rm", "-f", used, elsewhere, kept);
        }
    }

    @Test
    void of_those_that_are_kept_the_latest_stay_of_each_kind() throws Exception {
        String chance = ContainerName.create(ServerKind.MYSQL).value().replace("fk-mysql-", "");
        String here = Owner.here();
        String used =
                create("fk-kept-one" + chance + "-0", ProcessHandle.current().pid() + ".0@" + here);
        for (int i = 1; i <= Leftovers.KEPT_AT_MOST + 1; i++) {
            create("fk-kept-one" + chance + "-" + i, DEAD + ".0@" + here);
        }
        create("fk-kept-other" + chance + "-1", DEAD + ".0@" + here);
        try {
            leftovers().remove();
            assertThat(created(chance).split("\\s+"))
                    .hasSize(Leftovers.KEPT_AT_MOST + 2)
                    .contains(used, "fk-kept-one" + chance + "-2", "fk-kept-other" + chance + "-1")
                    .doesNotContain("fk-kept-one" + chance + "-1");
        } finally {
            for (String name : created(chance).split("\\s+")) {
                run("docker", "rm", "-f", name);
            }
        }
    }

    @Test
    void processes_that_clean_up_at_the_same_time_do_not_disturb_each_other() throws Exception {
        String chance = ContainerName.create(ServerKind.MYSQL).value().replace("fk-mysql-", "");
        for (int i = 0; i < 4; i++) {
            create("fk-mysql-left" + i + "-" + chance, DEAD + ".0@" + Owner.here());
        }
        Leftovers leftovers = leftovers();
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> each = Collections.nCopies(4, () -> {
                leftovers.remove();
                return true;
            });
            for (Future<Boolean> done : processes.invokeAll(each)) {
                assertThat(done.get()).isTrue();
            }
            assertThat(created(chance)).isEmpty();
        } finally {
            processes.shutdown();
        }
    }

    private static Leftovers leftovers() {
        return new Leftovers(DockerClientProviderStrategy.getClientForConfig(
                DockerClientFactory.instance().getTransportConfig()));
    }

    /** The names of those that nobody has begun to remove; other processes of this machine clean up as well. */
    private static String created(String chance) throws IOException, InterruptedException {
        String query = "docker ps -a --filter status=created --format {{.Names}} --filter name=" + chance;
        return run(query.split(" "));
    }

    private static String create(String name, String owner) throws IOException, InterruptedException {
        run("docker", "create", "--name", name, "--label", ContainerName.OWNER + "=" + owner, "mariadb:11.8");
        return name;
    }
}
