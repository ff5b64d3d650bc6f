package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.SchemaObjects;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What is known of the catalog in the course of a migration, so that not every call has to read all of it. Whatever a call
 * names has been read since it was last changed; what the migration cannot know, because SQL of its own may have changed it,
 * is read anew, and so is all after a while, as others may change something, too.
 */
final class Known {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final boolean keeps;
    private final Map<CatalogScope, View> views = new HashMap<>();

    private Known(boolean keeps) {
        this.keeps = keeps;
    }

    /** For calls that may be far apart: each reads what is there. */
    static Known nothing() {
        return new Known(false);
    }

    boolean isKept() {
        return keeps;
    }

    static Known sinceNow() {
        return new Known(true);
    }

    /** What is in view, and of these tables as the catalog has it; others may be known as they should have become. */
    CanonicalSchema with(Database database, Collection<QualifiedName> tables) {
        views.forEach((scope, view) -> {
            if (view.isWaitingFor(tables)) {
                view.settle(database.withScope(scope));
            }
        });
        return keeps ? view(database).expected() : database.read();
    }

    /** Whether all of these tables, and all enum types, are known as the catalog has them. */
    boolean isSure(Collection<QualifiedName> tables) {
        return views.values().stream().noneMatch(v -> v.isWaitingFor(tables));
    }

    /** Whether there is nothing that was changed and not read since. */
    boolean isSure() {
        return views.values().stream().allMatch(View::isSettled);
    }

    /** All that is in view as the catalog has it. */
    CanonicalSchema all(Database database) {
        settle(database);
        return with(database, Set.of());
    }

    /** Views, sequences and triggers, but for those of new tables. */
    SchemaObjects objects(Database database) {
        return keeps ? view(database).objects(database) : database.objects();
    }

    private View view(Database database) {
        View there = views.get(database.scope());
        if (there == null || there.isOlderThan(FRESH)) {
            settle(database);
            there = new View(database);
            views.put(database.scope(), there);
        }
        return there;
    }

    /**
     * These tables are others now, and none but they.
     *
     * @param expected what is in view, as it should have become
     * @param told hears what was there before and after, before anything else changes these tables
     */
    void changed(
            Database database,
            Set<QualifiedName> tables,
            CanonicalSchema expected,
            BiConsumer<CanonicalSchema, CanonicalSchema> told) {
        views.forEach((scope, view) -> {
            if (scope.equals(database.scope())) {
                view.waitFor(tables, expected, told);
            } else {
                view.settle(database.withScope(scope));
                view.waitFor(tables, view.expected(), (before, after) -> {});
            }
        });
    }

    /** Reads what has been changed and not been read since. */
    void settle(Database database) {
        views.forEach((scope, view) -> view.settle(database.withScope(scope)));
    }

    /** Nothing is known any longer. */
    void forget() {
        views.clear();
    }

    /** Whoever waits will be told; then all is read anew. */
    void doubt() {
        views.values().forEach(View::age);
    }
}
