package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** Constraints as CREATE TABLE and ALTER TABLE … ADD write them. */
enum ConstraintSql implements Constraint.Visitor<String> {
    INSTANCE;

    static String of(Constraint constraint) {
        String name = constraint
                .name()
                .map(n -> "CONSTRAINT " + Identifiers.quote(n) + " ")
                .orElse("");
        return name + constraint.accept(INSTANCE);
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY " + key(key.columns(), key.options()) + deferrable(key.deferrability());
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        String nulls = key.options().has(Keys.NULLS_NOT_DISTINCT) ? "NULLS NOT DISTINCT " : "";
        return "UNIQUE " + nulls + key(key.columns(), key.options()) + deferrable(key.deferrability());
    }

    private static String key(List<String> columns, Options options) {
        String overlaps = options.has(Keys.WITHOUT_OVERLAPS) ? " WITHOUT OVERLAPS" : "";
        return "(" + Identifiers.quote(columns) + overlaps + ")" + include(options) + with(options)
                + options.get(Keys.TABLESPACE)
                        .map(t -> " USING INDEX TABLESPACE " + Identifiers.quote(t))
                        .orElse("");
    }

    static String include(Options options) {
        return options.get(Keys.INCLUDE).map(c -> " INCLUDE (" + c + ")").orElse("");
    }

    static String with(Options options) {
        return options.get(Keys.WITH).map(p -> " WITH (" + p + ")").orElse("");
    }

    @Override
    public String foreignKey(ForeignKey key) {
        StringBuilder sql = new StringBuilder("FOREIGN KEY (")
                .append(columns(key, key.columns()))
                .append(") REFERENCES ")
                .append(Identifiers.quote(key.referencedTable()))
                .append(" (")
                .append(columns(key, key.referencedColumns()))
                .append(')');
        if (key.match() != MatchType.SIMPLE) {
            sql.append(" MATCH ").append(key.match());
        }
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            sql.append(" ON DELETE ").append(key.onDelete().sql());
        }
        if (!key.onDeleteColumns().isEmpty()) {
            sql.append(" (").append(Identifiers.quote(key.onDeleteColumns())).append(')');
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            sql.append(" ON UPDATE ").append(key.onUpdate().sql());
        }
        return sql.append(deferrable(key.deferrability()))
                .append(enforcement(key.enforcement()))
                .toString();
    }

    private static String columns(ForeignKey key, List<String> names) {
        if (!key.options().has(Keys.PERIOD)) {
            return Identifiers.quote(names);
        }
        List<String> quoted =
                new ArrayList<>(names.stream().map(Identifiers::quote).toList());
        quoted.set(quoted.size() - 1, "PERIOD " + quoted.get(quoted.size() - 1));
        return String.join(", ", quoted);
    }

    @Override
    public String check(Check check) {
        return "CHECK (" + check.expression() + ")"
                + (check.options().has(Keys.NO_INHERIT) ? " NO INHERIT" : "")
                + enforcement(check.enforcement());
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return exclusion.definition();
    }

    @Override
    public String index(Index index) {
        throw new IllegalArgumentException("An index is no part of a table's definition on PostgreSQL, but "
                + index.name().orElse("an unnamed one") + " was to be written as one.");
    }

    private static String deferrable(Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE ? "" : " " + deferrability.sql();
    }

    private static String enforcement(Enforcement enforcement) {
        return switch (enforcement) {
            case ENFORCED -> "";
            case NOT_VALID -> " NOT VALID";
            case NOT_ENFORCED -> " NOT ENFORCED";
        };
    }
}
