package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Who gets into the databases of a server. Data sources that lead to a URL unwrap to it.
 *
 * @param url as a driver takes it; what drivers say of it later may have stars for a password, as MariaDB's does
 * @param user empty if the URL says it, or the server does not ask
 * @param password likewise
 */
@API(status = Status.INTERNAL)
public record Login(String url, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "login of " + user;
    }
}
