package dev.fk.examples.bench;

import dev.fk.core.database.Database;
import dev.fk.core.plan.Plan;
import dev.fk.core.sync.Sync;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** JVMs that do one thing and end, with nothing on their class path but what they need. */
record ColdProcesses(String url, Path statements) implements AutoCloseable {
    static ColdProcesses on(Bench bench) throws IOException, SQLException {
        Plan plan = Sync.force().plan(WideModels.of(ColdFk.TABLES), Database.of(bench.emptied()));
        String script = plan.steps().stream().map(s -> s.sql().text()).collect(Collectors.joining(";\n"));
        Path statements = Files.writeString(Files.createTempFile("fk-bench-", ".sql"), script);
        return new ColdProcesses(bench.url(), statements);
    }

    void fk(String... options) {
        run(ColdFk.class, List.of(options), List.of(url));
    }

    void jdbc(String... options) {
        run(ColdJdbc.class, List.of(options), List.of(url, statements.toString()));
    }

    private static void run(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(arguments);
        try {
            int outcome = new ProcessBuilder(command)
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (outcome != 0) {
                throw new IllegalStateException(main + " ended with " + outcome);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String classPath(Class<?> main) {
        Stream<Class<?>> needed = Stream.of(main, Driver.class);
        return (main == ColdFk.class ? Stream.concat(needed, Stream.of(Database.class)) : needed)
                .map(ColdProcesses::place)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(statements);
    }
}
