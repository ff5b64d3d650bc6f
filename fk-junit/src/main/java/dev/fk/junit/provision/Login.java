package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Who gets into the databases of a server. Data sources that lead to a URL unwrap to it.
 *
 * @param user empty if the URL says it, or the server does not ask
 * @param password likewise
 */
@API(status = Status.INTERNAL)
public record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "login of " + user;
    }
}
