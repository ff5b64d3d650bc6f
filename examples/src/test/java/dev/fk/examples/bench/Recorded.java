package dev.fk.examples.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that writes down what is sent. */
final class Recorded {
    private final DataSource real;
    private final List<String> statements = new ArrayList<>();

    Recorded(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return wrapped(DataSource.class, real);
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    void forget() {
        statements.clear();
    }

    private <T> T wrapped(Class<T> type, Object target) {
        return type.cast(
                Proxy.newProxyInstance(Recorded.class.getClassLoader(), new Class<?>[] {type}, (p, m, args) -> {
                    if (m.getName().startsWith("execute") && args != null && args[0] instanceof String sql) {
                        statements.add(sql);
                    }
                    try {
                        Object result = m.invoke(target, args);
                        if (result instanceof Connection) {
                            return wrapped(Connection.class, result);
                        }
                        return m.getName().equals("createStatement") ? wrapped(Statement.class, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
