package dev.fk.junit.provision;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** Lets go of databases, not of the server. */
record Lasting(Server server) implements Server {
    @Override
    public DatabaseFactory databases() {
        DatabaseFactory real = server.databases();
        return (DatabaseFactory) Proxy.newProxyInstance(
                Lasting.class.getClassLoader(), new Class<?>[] {DatabaseFactory.class}, (p, method, args) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public DataSource connectTo(String database) {
        return server.connectTo(database);
    }

    @Override
    public Access keep(String database) {
        return server.keep(database);
    }

    @Override
    public void close() {
        // others need it
    }
}
