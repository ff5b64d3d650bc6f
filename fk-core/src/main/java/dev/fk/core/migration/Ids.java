package dev.fk.core.migration;

import dev.fk.core.schema.Nearest;
import java.util.List;

/** What can be wrong with ids before any database is asked. */
final class Ids {
    private Ids() {}

    static void refuseUnusable(List<Migration> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            Migration migration = sorted.get(i);
            if (migration.id().isBlank() || migration.id().length() > History.ID) {
                throw new IllegalArgumentException(
                        "The id of " + migration.getClass().getName() + ", \"" + migration.id() + "\", is no id: 1 to "
                                + History.ID + " characters are needed.");
            }
            if (i > 0 && sorted.get(i - 1).id().equals(migration.id())) {
                throw new IllegalArgumentException("Two migrations have the id " + migration.id() + ": "
                        + sorted.get(i - 1).getClass().getName() + " and "
                        + migration.getClass().getName() + ". Give each one of its own.");
            }
        }
    }

    static void refuseUnknown(String id, List<Migration> migrations) {
        refuseUnknownId(id, migrations.stream().map(Migration::id).toList());
    }

    static void refuseUnknownId(String id, List<String> ids) {
        if (!ids.contains(id)) {
            String nearest = ids.stream()
                    .filter(i -> !id.isEmpty() && (i.startsWith(id) || i.endsWith(id)))
                    .findFirst()
                    .map(i -> "; did you mean " + i + "?")
                    .orElseGet(() -> Nearest.endOfSentence(id, ids));
            throw new IllegalArgumentException(
                    "There is no migration " + id + nearest + " The migrations are: " + String.join(", ", ids) + ".");
        }
    }
}
