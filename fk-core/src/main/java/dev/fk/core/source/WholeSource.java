package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A source without migrations, such as models, as a single step. */
record WholeSource(SchemaSource source) implements SteppedSource {
    @Override
    public List<MigrationStep> steps(Database database) {
        return List.of(step(""));
    }

    private MigrationStep step(String checksum) {
        String name = source.getClass().isRecord() || source.getClass().isAnonymousClass()
                ? source.toString()
                : source.getClass().getSimpleName();
        return new MigrationStep(name, name, source.getClass().getName(), checksum);
    }

    @Override
    public void runTo(MigrationStep last, Database database) {
        source.applyTo(database);
    }

    @Override
    public void undo(MigrationStep last, Database database) {
        throw new IrreversibleStepException(last + " is no migration: nothing is known that undoes it.");
    }

    @Override
    public Optional<String> withoutUndo() {
        return Optional.of(step("") + " is no migration: nothing is known that undoes it.");
    }

    @Override
    public boolean keeps(QualifiedName table) {
        return false;
    }

    @Override
    public List<MigrationProblem> problems() {
        return List.of();
    }

    @Override
    public List<MigrationStep> written() {
        return List.of(step(source.fingerprint()));
    }

    @Override
    public void applyTo(Database database) {
        source.applyTo(database);
    }

    @Override
    public String fingerprint() {
        return source.fingerprint();
    }
}
