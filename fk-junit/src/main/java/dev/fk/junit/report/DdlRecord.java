package dev.fk.junit.report;

import dev.fk.core.dialect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The statements about tables that the server has taken since this was asked last. */
final class DdlRecord implements Supplier<List<Sql>> {
    private static final Pattern DDL =
            Pattern.compile("(?i)\\b(?:CREATE|ALTER|DROP|RENAME)\\s+(?:\\w+\\s+){0,3}TABLE\\b");

    private final List<Sql> taken = new ArrayList<>();

    synchronized void add(SeenStatement statement) {
        if (!statement.isRefused() && DDL.matcher(statement.sql()).find()) {
            taken.add(new Sql(statement.sql()));
        }
    }

    @Override
    public synchronized List<Sql> get() {
        List<Sql> all = List.copyOf(taken);
        taken.clear();
        return all;
    }
}
