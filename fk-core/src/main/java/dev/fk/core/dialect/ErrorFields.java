package dev.fk.core.dialect;

import java.sql.SQLException;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What PostgreSQL says of an error beside its words, in whatever language those are; empty what it does not say. Its driver
 * is asked by name: the project does not depend on it.
 *
 * @param file where in its own source the server complains: {@code execPartition.c}
 */
@API(status = Status.EXPERIMENTAL)
public record ErrorFields(String table, String column, String constraint, String file) {
    private static final ErrorFields NONE = new ErrorFields("", "", "", "");

    public static ErrorFields none() {
        return NONE;
    }

    static ErrorFields of(SQLException thrown) {
        try {
            Object said = thrown.getClass().getMethod("getServerErrorMessage").invoke(thrown);
            return said == null
                    ? NONE
                    : new ErrorFields(
                            text(said, "getTable"),
                            text(said, "getColumn"),
                            text(said, "getConstraint"),
                            text(said, "getFile"));
        } catch (ReflectiveOperationException anotherDriver) {
            return NONE;
        }
    }

    private static String text(Object said, String getter) throws ReflectiveOperationException {
        return Objects.requireNonNullElse(
                (String) said.getClass().getMethod(getter).invoke(said), "");
    }
}
