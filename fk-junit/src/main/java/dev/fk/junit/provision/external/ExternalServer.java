package dev.fk.junit.provision.external;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DataSources;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.PostgreSqlDatabases;
import dev.fk.junit.provision.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Databases of our own on a server that is not. */
final class ExternalServer implements Server {
    private final PostgreSqlUrl url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final DatabaseFactory databases;

    ExternalServer(PostgreSqlUrl url, Optional<String> user, Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.databases = PostgreSqlDatabases.onSharedServer(admin());
    }

    /** The database of the URL: the way in, never touched. */
    DataSource admin() {
        return connect(url);
    }

    @Override
    public DatabaseFactory databases() {
        return databases;
    }

    @Override
    public DataSource connectTo(String database) {
        return connect(url.withDatabase(database));
    }

    private DataSource connect(PostgreSqlUrl target) {
        Map<String, String> properties = new HashMap<>();
        user.ifPresent(value -> properties.put("user", value));
        password.ifPresent(value -> properties.put("password", value));
        return DataSources.toUrl(target.secret(), properties, target.toString());
    }

    @Override
    public Access keep(String database) {
        String name = user.or(url::user).map(u -> u + "@").orElse("");
        return new Access(
                url.withDatabase(database).toString(),
                "psql postgresql://" + name + url.host() + "/" + database,
                List.of("The server is not fk's, so nothing removes the database later: drop it when you are done."));
    }

    @Override
    public void close() {
        // somebody else's server: it stays
    }
}
