package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.server.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** PostgreSQL refuses to run as root; in a user namespace of its own it does not notice. */
record PostgreSqlEngine() implements Engine {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    /** Of every prepared data directory another, and good until a server's first connection only. */
    private static final String FIRST_PASSWORD = "first-password";

    @Override
    public List<String> programs() {
        return List.of("postgres");
    }

    @Override
    public void initialize(Programs programs, ServerFiles files) throws IOException {
        Path password = files.writeSecret(FIRST_PASSWORD, Password.random().value());
        Commands.run(
                asSomebodyElse(List.of(
                        programs.needed("initdb").toString(),
                        "--pgdata=" + files.data(),
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // the same order of rows on every machine
                        "--no-locale",
                        "--no-sync")),
                files.log(),
                PATIENCE);
    }

    /** Its databases; what it does there after a crash is not needed after an orderly end. */
    @Override
    public Set<String> lookedAtLast() {
        return Set.of("base");
    }

    @Override
    public Password configure(Programs programs, ServerFiles prepared, ServerFiles files, int port) throws IOException {
        PostgreSqlSettings.write(files.data(), port);
        PostgreSqlSettings.requirePassword(files.data());
        return new Password(Files.readString(prepared.file(FIRST_PASSWORD)).strip());
    }

    @Override
    public List<String> command(Programs programs, ServerFiles files) {
        return asSomebodyElse(
                List.of(programs.server().toString(), "-D", files.data().toString()));
    }

    /** A fast shutdown. */
    @Override
    public String gentleSignal() {
        return "INT";
    }

    /** An immediate shutdown, without the checkpoint; not KILL, which would leave shared memory behind. */
    @Override
    public String quickSignal() {
        return "QUIT";
    }

    private static List<String> asSomebodyElse(List<String> command) {
        return Commands.asRoot() ? Commands.concat(List.of("unshare", "-U"), command) : command;
    }

    @Override
    public void stop(Programs programs, ServerFiles files, Process process) throws IOException {
        Commands.run(
                Commands.concat(control(programs, files), List.of("-m", "fast", "-w", "stop")), files.log(), PATIENCE);
        Commands.await(process, "PostgreSQL", PATIENCE);
    }

    private static List<String> control(Programs programs, ServerFiles files) throws IOException {
        return asSomebodyElse(List.of(
                programs.needed("pg_ctl").toString(), "-s", "-D", files.data().toString()));
    }

    @Override
    public String client() {
        return "psql";
    }

    @Override
    public Path writePassword(ServerFiles files, Location location) throws IOException {
        return files.writeSecret(
                "pgpass",
                "127.0.0.1:" + location.port() + ":*:" + USER + ":"
                        + location.password().value() + "\n");
    }

    @Override
    public Revival revival(Programs programs, ServerFiles files, int port, Path password) throws IOException {
        String control = Revival.quoted(control(programs, files));
        return new Revival(
                control + " status >/dev/null",
                control + " -l " + Revival.quoted(files.log()) + " -w start",
                control + " -m fast stop",
                "PGPASSFILE=" + Revival.quoted(password) + " %s -h 127.0.0.1 -p " + port + " -U " + USER);
    }
}
