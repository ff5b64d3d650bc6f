package dev.fk.core.migration;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects calls that are to be one. */
final class Gathering implements CallHandler {
    private final List<Call> calls = new ArrayList<>();
    private CallHandler handler;

    Gathering(CallHandler handler) {
        this.handler = handler;
    }

    void run() {
        if (!calls.isEmpty()) {
            Set<QualifiedName> tables = new LinkedHashSet<>();
            calls.forEach(c -> tables.addAll(c.tables()));
            String text = calls.stream().map(Call::text).collect(Collectors.joining("\n", "together\n", ""));
            handler.call(new Call(text, tables, o -> o.together(calls)));
        }
    }

    @Override
    public void call(Call call) {
        calls.add(call);
    }

    @Override
    public void sql(String statement) {
        throw refused("sql");
    }

    @Override
    public void data(DataCall call) {
        throw refused("what changes rows");
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql) {
        return handler.query(sql);
    }

    @Override
    public Set<QualifiedName> tables() {
        return handler.tables();
    }

    @Override
    public Table table(QualifiedName name) {
        return handler.table(name);
    }

    @Override
    public QualifiedName asSpelt(QualifiedName table) {
        return handler.asSpelt(table);
    }

    @Override
    public void transaction(Consumer<CallHandler> body) {
        throw refused("transaction");
    }

    @Override
    public boolean isDefault(String schema) {
        return handler.isDefault(schema);
    }

    @Override
    public CallHandler with(String schema) {
        handler = handler.with(schema);
        return this;
    }

    @Override
    public void takeBack() {
        throw refused("down");
    }

    private static MigrationException refused(String call) {
        return new MigrationException("together(…) is for calls that change tables; " + call
                + " has its place before or after it, because what stands together is put in an order that works.");
    }
}
