package dev.fk.core.dialect.postgresql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Options;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is particular to PostgreSQL about a table, changed. */
final class AlterOptionsSql {
    private final String alter;
    private final Options from;
    private final Options to;
    private final List<String> statements = new ArrayList<>();

    private AlterOptionsSql(Change.AlterOptions change) {
        this.alter = "ALTER TABLE " + Identifiers.quote(change.table()) + " ";
        this.from = change.from();
        this.to = change.to();
    }

    static List<String> of(Change.AlterOptions change) {
        AlterOptionsSql sql = new AlterOptionsSql(change);
        Partitioning.toChanging(change).ifPresent(o -> {
            throw new IllegalArgumentException(o.fact() + ". " + o.remedy());
        });
        sql.partition(change);
        sql.parents();
        sql.storage();
        return sql.statements;
    }

    private boolean differs(String key) {
        return !from.get(key).equals(to.get(key));
    }

    private void partition(Change.AlterOptions change) {
        if (differs(Keys.PARTITION_OF) || differs(Keys.PARTITION_BOUND)) {
            String table = Identifiers.quote(change.table());
            from.get(Keys.PARTITION_OF)
                    .ifPresent(p -> statements.add("ALTER TABLE " + p + " DETACH PARTITION " + table));
            to.get(Keys.PARTITION_OF)
                    .ifPresent(p -> statements.add("ALTER TABLE " + p + " ATTACH PARTITION " + table + " "
                            + to.get(Keys.PARTITION_BOUND).orElse("DEFAULT")));
        }
    }

    private void parents() {
        List<String> old = parents(from);
        List<String> now = parents(to);
        old.stream().filter(p -> !now.contains(p)).forEach(p -> statements.add(alter + "NO INHERIT " + p));
        now.stream().filter(p -> !old.contains(p)).forEach(p -> statements.add(alter + "INHERIT " + p));
    }

    private static List<String> parents(Options options) {
        return Parents.of(options.get(Keys.INHERITS)).stream()
                .map(Identifiers::quote)
                .toList();
    }

    private void storage() {
        if (differs(Keys.UNLOGGED)) {
            statements.add(alter + (to.has(Keys.UNLOGGED) ? "SET UNLOGGED" : "SET LOGGED"));
        }
        if (differs(Keys.ACCESS_METHOD)) {
            statements.add(alter + "SET ACCESS METHOD "
                    + Identifiers.quote(to.get(Keys.ACCESS_METHOD).orElse("heap")));
        }
        if (differs(Keys.TABLESPACE)) {
            statements.add(alter + "SET TABLESPACE "
                    + Identifiers.quote(to.get(Keys.TABLESPACE).orElse("pg_default")));
        }
        Set<String> gone = new LinkedHashSet<>(parameters(from));
        gone.removeAll(parameters(to));
        if (!gone.isEmpty()) {
            statements.add(alter
                    + gone.stream()
                            .map(p -> p.replaceFirst("=.*", ""))
                            .collect(Collectors.joining(", ", "RESET (", ")")));
        }
        Set<String> come = new LinkedHashSet<>(parameters(to));
        come.removeAll(parameters(from));
        if (!come.isEmpty()) {
            statements.add(alter + "SET (" + String.join(", ", come) + ")");
        }
    }

    private static List<String> parameters(Options options) {
        Optional<String> with = options.get(Keys.WITH);
        return with.isEmpty() ? List.of() : List.of(with.get().split(", ", -1));
    }
}
