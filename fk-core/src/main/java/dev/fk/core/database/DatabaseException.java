package dev.fk.core.database;

import dev.fk.core.explain.Explanation;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The server or the connection failed at something that is not a planned statement, such as reading the catalog. */
@API(status = Status.EXPERIMENTAL)
public final class DatabaseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Explanation> explanations;

    public DatabaseException(String what, SQLException cause) {
        this(what, cause, List.of());
    }

    DatabaseException(String what, SQLException cause, List<Explanation> explanations) {
        super(what + ": " + cause.getMessage() + text(explanations), cause);
        this.explanations = List.copyOf(explanations);
    }

    /**
     * Why a statement failed, as tables and rows showed it right afterwards, with what mends it; what the server complained
     * of comes first. Empty where looking shows nothing, or where nobody could look: in a transaction that PostgreSQL has
     * aborted.
     */
    public List<Explanation> explanations() {
        return explanations;
    }

    private static String text(List<Explanation> explanations) {
        return explanations.stream().map(e -> "\n" + e).collect(Collectors.joining());
    }
}
