package dev.fk.core.dialect;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** No dialect speaks to the server. */
@API(status = Status.EXPERIMENTAL)
public final class UnknownServerException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnknownServerException(String product, List<Dialect> known) {
        super("No dialect of fk speaks to " + product + ". Known: "
                + known.stream().map(d -> d.id().id()).sorted().collect(Collectors.joining(", ", "", "."))
                + " A further dialect is one package and a line in META-INF/services.");
    }
}
