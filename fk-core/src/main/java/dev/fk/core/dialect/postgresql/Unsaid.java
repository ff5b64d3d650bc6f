package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps rows of a table apart in time, or otherwise, and its model has no words for: exclusion constraints, keys WITHOUT
 * OVERLAPS and foreign keys over a PERIOD (PostgreSQL 18). All of it stays, unless a column of it goes.
 */
record Unsaid(Table live) {
    /** The table that is wanted, with that. */
    Table in(Table wanted) {
        return isNothing() ? wanted : with(wanted);
    }

    private boolean isNothing() {
        return live.exclusions().isEmpty()
                && live.primaryKey().stream().noneMatch(k -> isTemporal(k.options()))
                && live.uniqueKeys().stream().noneMatch(k -> isTemporal(k.options()))
                && live.foreignKeys().stream().noneMatch(k -> k.options().has(Keys.PERIOD));
    }

    private Table with(Table wanted) {
        return wanted.withPrimaryKey(wanted.primaryKey().map(this::primaryKey))
                .withUniqueKeys(uniqueKeys(wanted))
                .withForeignKeys(foreignKeys(wanted))
                .withExclusions(exclusions(wanted));
    }

    private PrimaryKey primaryKey(PrimaryKey wanted) {
        return live.primaryKey()
                .filter(there -> isTemporal(there.options()) && there.columns().equals(wanted.columns()))
                .map(there -> there.withName(wanted.name()))
                .orElse(wanted);
    }

    private List<UniqueKey> uniqueKeys(Table wanted) {
        List<UniqueKey> keys = new ArrayList<>(wanted.uniqueKeys());
        for (UniqueKey there : live.uniqueKeys()) {
            Optional<UniqueKey> own = keys.stream()
                    .filter(k -> k.columns().equals(there.columns()))
                    .findFirst();
            if (!isTemporal(there.options())) {
                continue;
            }
            if (own.isPresent()) {
                keys.set(keys.indexOf(own.get()), there.withName(own.get().name()));
            } else if (wanted.columnNames().containsAll(there.columns())) {
                keys.add(there);
            }
        }
        return keys;
    }

    private List<ForeignKey> foreignKeys(Table wanted) {
        List<ForeignKey> keys = new ArrayList<>(wanted.foreignKeys());
        for (ForeignKey there : live.foreignKeys()) {
            Optional<ForeignKey> own =
                    keys.stream().filter(k -> k.key().equals(there.key())).findFirst();
            if (!there.options().has(Keys.PERIOD)) {
                continue;
            }
            if (own.isPresent()) {
                keys.set(keys.indexOf(own.get()), own.get().withOptions(there.options()));
            } else if (wanted.columnNames().containsAll(there.columns())) {
                keys.add(there);
            }
        }
        return keys;
    }

    private List<Exclusion> exclusions(Table wanted) {
        List<Exclusion> all = new ArrayList<>(wanted.exclusions());
        for (Exclusion there : live.exclusions()) {
            Expression definition = new Expression(there.definition());
            boolean said = all.stream()
                    .anyMatch(x -> x.definition().equals(there.definition())
                            || (x.name().isPresent() && x.name().equals(there.name())));
            boolean stays = live.columnNames().stream()
                    .allMatch(c -> wanted.column(c).isPresent() || !definition.mayMention(c));
            if (!said && stays) {
                all.add(there);
            }
        }
        return all;
    }

    private static boolean isTemporal(Options options) {
        return options.has(Keys.WITHOUT_OVERLAPS);
    }
}
