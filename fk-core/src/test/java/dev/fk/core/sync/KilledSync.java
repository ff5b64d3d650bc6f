package dev.fk.core.sync;

import dev.fk.core.database.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A process that alters a database and dies, without a word to anybody, after a number of statements. */
final class KilledSync {
    private static final int KILLED = 137;

    private KilledSync() {}

    /** Runs in the other process: the URL, then after how many statements to die. */
    public static void main(String[] arguments) {
        int statements = Integer.parseInt(arguments[1]);
        AtomicInteger executed = new AtomicInteger();
        Database database = Database.of(new Connections(arguments[0])).listening(statement -> {
            if (executed.incrementAndGet() == statements) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
        ShopModels.afterwards().run(ShopModels.AFTER, database);
    }

    /** Lets one die after that many statements. */
    static int dieAfter(int statements, String url) throws IOException, InterruptedException {
        return start(statements, url).waitFor();
    }

    /** One that does not die by itself. */
    static Process start(int statements, String url) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSync.class.getName(),
                        url,
                        String.valueOf(statements)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-sync.log").toFile()))
                .start();
    }

    static boolean isGone(Process process) throws InterruptedException {
        return process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** What DriverManager has, as a data source. */
    private record Connections(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            throw new SQLFeatureNotSupportedException("no log");
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            throw new SQLFeatureNotSupportedException("no log");
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException("no timeout");
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("no logger");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException("not a wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
