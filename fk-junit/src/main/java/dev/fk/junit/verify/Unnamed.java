package dev.fk.junit.verify;

import dev.fk.core.schema.Table;
import java.util.Optional;

/** A table whose constraints and indexes have no names: tools invent them, each its own. */
final class Unnamed {
    private Unnamed() {}

    static Table of(Table table) {
        return table.withPrimaryKey(table.primaryKey().map(k -> k.withName(Optional.empty())))
                .withUniqueKeys(table.uniqueKeys().stream()
                        .map(k -> k.withName(Optional.empty()))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(k -> k.withName(Optional.empty()))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(i -> i.withName(Optional.empty()))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(c -> c.withName(Optional.empty()))
                        .toList())
                .withExclusions(table.exclusions().stream()
                        .map(e -> e.withName(Optional.empty()))
                        .toList());
    }
}
