package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.migration.IrreversibleMigrationException;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.MigrationProblemsException;
import dev.fk.core.migration.Migrator;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Tables from migrations, with the history of what ran. A class that implements it, with a constructor without arguments, can
 * be named in an annotation.
 */
@API(status = Status.EXPERIMENTAL)
public interface MigrationSource extends SteppedSource {
    /** In any order: they run in that of their ids. */
    List<Migration> migrations();

    @Override
    default void applyTo(Database database) {
        Migrator.of(migrations()).up(database);
    }

    @Override
    default String fingerprint() {
        return Migrator.of(migrations()).fingerprint();
    }

    @Override
    default List<MigrationStep> steps(Database database) {
        return written();
    }

    @Override
    default void runTo(MigrationStep last, Database database) {
        Migrator all = Migrator.of(migrations());
        try {
            all.to(last.id()).up(database);
        } catch (MigrationProblemsException problems) {
            all.plan(database); // knows what later ones create, and says so
            throw problems;
        }
    }

    @Override
    default void undo(MigrationStep last, Database database) {
        try {
            Migrator.of(migrations()).undo(database);
        } catch (IrreversibleMigrationException e) {
            throw new IrreversibleStepException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    default Optional<String> withoutUndo() {
        return Optional.empty();
    }

    @Override
    default boolean keeps(QualifiedName table) {
        return Migrator.keeps(table);
    }

    @Override
    default List<MigrationProblem> problems() {
        return MigrationIds.problems(migrations());
    }

    @Override
    default List<MigrationStep> written() {
        return Migrator.of(migrations()).migrations().stream()
                .map(m -> new MigrationStep(
                        m.id(), m.id(), m.getClass().getName(), Migrator.of(m).fingerprint()))
                .toList();
    }
}
