package dev.fk.junit.provision.server;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.Password;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where a server of ours listens, and how its superuser gets in. */
@API(status = Status.INTERNAL)
public record Location(ServerKind kind, JdbcDriver driver, String host, int port, Password password) {
    /** Without user and password. */
    public String url(String database) {
        return driver.url(host, port, database);
    }

    /** What {@link Access} shows: without the password. */
    public String shownUrl(String database) {
        return url(database) + "?user=" + kind.superuser();
    }

    public DataSource connectTo(String database) {
        return driver.dataSource(url(database), kind.superuser(), password);
    }

    /** Several statements in one message are allowed here, but not in connections of tests. */
    public DataSource admin() {
        return driver.adminDataSource(url(kind.adminDatabase()), kind.superuser(), password);
    }

    public Location with(Password other) {
        return new Location(kind, driver, host, port, other);
    }

    /** From now on the superuser gets in with another password. */
    public Location changePassword(Connection admin, Password other) throws SQLException {
        kind.changePassword(admin, other);
        return with(other);
    }
}
