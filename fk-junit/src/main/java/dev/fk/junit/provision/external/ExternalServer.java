package dev.fk.junit.provision.external;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DataSources;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.server.ServerKind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Databases of our own on a server that is not. */
final class ExternalServer implements Server {
    private final ServerUrl url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final DatabaseFactory databases;

    ExternalServer(ServerKind kind, ServerUrl url, Optional<String> user, Optional<String> password)
            throws SQLException {
        this.url = url;
        this.user = user;
        this.password = password;
        admin().getConnection().close();
        this.databases = kind.databasesOfOthers(connect(url, true));
    }

    /** The database of the URL: the way in, never touched. */
    DataSource admin() {
        return connect(url, false);
    }

    @Override
    public DatabaseFactory databases() {
        return databases;
    }

    @Override
    public DataSource connectTo(String database) {
        return connect(url.withDatabase(database), false);
    }

    /** The properties are of the MySQL family; a PostgreSQL driver knows none of them and ignores them. */
    private DataSource connect(ServerUrl target, boolean severalStatements) {
        Map<String, String> properties = new HashMap<>(Map.of("useResetConnection", "true"));
        if (severalStatements) {
            properties.put("allowMultiQueries", "true");
        }
        user.ifPresent(value -> properties.put("user", value));
        password.ifPresent(value -> properties.put("password", value));
        return DataSources.toUrl(target.secret(), properties, target.toString());
    }

    @Override
    public Access keep(String database) {
        ServerUrl target = url.withDatabase(database);
        return new Access(
                target.toString(),
                target.client(user.or(url::user)),
                List.of("The server is not fk's, so nothing removes the database later: drop it when you are done."));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        // somebody else's server: it stays
    }
}
