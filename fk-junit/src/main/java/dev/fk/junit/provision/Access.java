package dev.fk.junit.provision;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a person gets to a database. No password is in it.
 *
 * @param url for JDBC
 * @param command starts a client in a shell, as it stands
 * @param notes what else one has to know, such as how to start the server again
 */
@API(status = Status.EXPERIMENTAL)
public record Access(String url, String command, List<String> notes) {
    public Access {
        notes = List.copyOf(notes);
    }

    /** The same with one more note, the first. */
    Access noting(String note) {
        return new Access(
                url, command, Stream.concat(Stream.of(note), notes.stream()).toList());
    }
}
