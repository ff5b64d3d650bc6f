package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.server.ServerKind;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM with a server of its own, or with its part in one. */
record OtherJvm(Process process, BufferedReader output) {
    static OtherJvm start(OwnServers which) throws IOException {
        return start(which, Reuse.NONE);
    }

    static OtherJvm start(OwnServers which, Reuse reuse) throws IOException {
        return start(which, reuse, List.of(), List.of());
    }

    /**
     * @param options of the JVM
     * @param programs where programs are looked for first
     */
    static OtherJvm start(OwnServers which, Reuse reuse, List<String> options, List<Path> programs) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), OtherJvm.class.getName(), which.name(), reuse.name()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        programs.forEach(p ->
                builder.environment().merge("PATH", p.toString(), (path, first) -> first + File.pathSeparator + path));
        Process process = builder.start();
        return new OtherJvm(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /** Starts a server, says where its data is, and waits. */
    public static void main(String[] arguments) throws Exception {
        OwnServers which = OwnServers.valueOf(arguments[0]);
        Server server = which.start(Reuse.valueOf(arguments[1]));
        System.out.println(data(server, which.kind()));
        System.in.read();
        System.exit(3);
    }

    private static Path data(Server server, ServerKind kind) throws Exception {
        try (Connection connection = server.connectTo(kind.adminDatabase()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        kind == ServerKind.POSTGRESQL ? "SHOW data_directory" : "SELECT @@datadir")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    String line() throws IOException {
        String line = output.readLine();
        return line == null ? "" : line;
    }

    /** Once its server runs. */
    Path directory() throws IOException {
        return Path.of(line()).getParent();
    }

    /** As a test does that ends the JVM. */
    int exit() throws Exception {
        process.getOutputStream().close();
        return process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The server of this directory, and the shell that ends it. */
    static List<ProcessHandle> processesOf(Path directory) {
        List<ProcessHandle> found = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(directory.toString()))
                .forEach(found::add);
        return found;
    }

    static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
