package dev.fk.junit.flyway;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps Flyway from telling every test run what it does; Flyway makes it by its name. What is wrong is thrown, too. */
@API(status = Status.INTERNAL)
@SuppressWarnings("exports") // only Flyway calls it
public final class FlywayLogs implements LogCreator {
    /** For Flyway. */
    public FlywayLogs() {}

    @Override
    public Log createLogger(Class<?> type) {
        return new Quiet(System.getLogger(type.getName()));
    }

    private record Quiet(System.Logger logger) implements Log {
        /** Flyway has a default for it from 11.15 on, and none before. */
        @Override
        @SuppressWarnings("deprecation") // later on only
        public boolean isDebugEnabled() {
            return logger.isLoggable(System.Logger.Level.TRACE);
        }

        @Override
        public void debug(String message) {
            logger.log(System.Logger.Level.TRACE, message);
        }

        @Override
        public void info(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void error(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }

        @Override
        public void error(String message, Exception cause) {
            logger.log(System.Logger.Level.DEBUG, message, cause);
        }

        @Override
        public void notice(String message) {
            logger.log(System.Logger.Level.DEBUG, message);
        }
    }
}
