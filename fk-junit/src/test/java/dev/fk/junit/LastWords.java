package dev.fk.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM that opens a database and exits, with a shutdown hook that still wants it: so does an application's Hibernate. */
final class LastWords {
    private LastWords() {}

    /** What it says. */
    static List<String> of(Map<String, String> properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(LastWords.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String[] none) throws Exception {
        OpenDatabase open = SchemaSetup.of(Notes.class).open();
        System.out.println(open.url());
        Connection pooled = connect(open);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (pooled) {
                Thread.sleep(500); // whatever fk does at the end has begun
                try (Connection connection = connect(open)) {
                    connection.createStatement().execute("INSERT INTO note VALUES ('at the end')");
                }
                System.out.println("written");
            } catch (SQLException | InterruptedException e) {
                System.out.println(e.getMessage());
            }
            open.close();
            open.close();
            System.out.println("closed");
        }));
    }

    private static Connection connect(OpenDatabase open) throws SQLException {
        return DriverManager.getConnection(open.url(), open.user(), open.password());
    }
}
