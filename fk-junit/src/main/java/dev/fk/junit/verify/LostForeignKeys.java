package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Explanation;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.source.MigrationStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Foreign keys that migrations say and the server did not make, those that it made, unchecked, and that lead to no table, and
 * those that are switched off. Another migration may create the table, or switch them on, so only those that are left in the
 * end are refused.
 */
final class LostForeignKeys {
    private final Database database;
    private final Supplier<List<Sql>> newDdl;
    private String dangling = "";
    private Optional<MigrationStep> since = Optional.empty();

    /** @param newDdl the statements about tables that the server has taken since this was asked last */
    LostForeignKeys(Database database, Supplier<List<Sql>> newDdl) {
        this.database = database;
        this.newDdl = newDdl;
    }

    /** @param now what is there after the migration */
    void look(MigrationStep step, CanonicalSchema now) {
        dangling = now.schema().tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream()
                        .filter(k -> leadsNowhere(k, now))
                        .map(k -> describe(t, k, now)))
                .collect(Collectors.joining());
        since = dangling.isEmpty() ? Optional.empty() : since.or(() -> Optional.of(step));
    }

    /** Other schemas than the default one are perhaps not in view. */
    private static boolean leadsNowhere(ForeignKey key, CanonicalSchema now) {
        QualifiedName parent = key.referencedTable();
        return parent.schema().isEmpty()
                && now.schema()
                        .table(parent)
                        .filter(p -> p.columnNames().containsAll(key.referencedColumns()))
                        .isEmpty();
    }

    private String describe(Table table, ForeignKey key, CanonicalSchema now) {
        List<String> names = now.schema().tables().keySet().stream()
                .map(QualifiedName::toString)
                .toList();
        String parent = key.referencedTable().toString();
        String missing = now.schema().table(key.referencedTable()).isPresent()
                ? "a column of " + parent + " that is not there"
                : "table " + parent + ", which is not there" + Nearest.didYouMean(parent, names);
        ChangeSet drop = new ChangeSet(List.of(new Change.DropForeignKey(table.name(), key)));
        String statements = database.plan(drop, now).steps().stream()
                .map(s -> s.sql().text() + ";")
                .collect(Collectors.joining("\n        "));
        return "  why : " + table.name() + key.name().map(n -> " [" + n + "]").orElse("") + " has the foreign key "
                + key.key() + ": it references " + missing
                + "\n  do  : Create what it references, or drop it.\n  fix : "
                + statements + "\n";
    }

    void refusePassedOver(MigrationStep step) {
        List<Explanation> lost = database.inquiry().passedOver(newDdl.get());
        if (!lost.isEmpty()) {
            throw new AssertionFailedError(step + " says foreign keys that are not there, on " + database
                    + ": the server took the statements without a word.\n"
                    + lost.stream().map(Explanation::toString).collect(Collectors.joining())
                    + "  file: " + step.place());
        }
    }

    void refuseSwitchedOff() {
        Optional<Sql> query = database.dialect().diagnosis(database.server()).switchedOff();
        List<Map<String, @Nullable Object>> off = query.map(database::query).orElse(List.of());
        if (!off.isEmpty()) {
            throw new AssertionFailedError("Once all migrations have run, foreign keys are switched off on " + database
                    + ": whatever anybody writes, nobody checks it.\n"
                    + off.stream()
                            .map(r -> "  why : " + r.get("fact") + "\n  fix : " + r.get("fix") + ";\n")
                            .collect(Collectors.joining())
                            .stripTrailing());
        }
    }

    void refuseDangling() {
        since.ifPresent(step -> {
            throw new AssertionFailedError("Once all migrations have run, foreign keys reference what is not there on "
                    + database + ", since " + step + ": they were made while nobody checked them.\n" + dangling
                    + "  file: " + step.place());
        });
    }
}
