package dev.fk.core.diff;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The change that adds a constraint to a table. */
@API(status = Status.EXPERIMENTAL)
public record AddOf(QualifiedName table) implements Constraint.Visitor<Change> {
    @Override
    public Change primaryKey(PrimaryKey constraint) {
        return new Change.AddPrimaryKey(table, constraint);
    }

    @Override
    public Change uniqueKey(UniqueKey constraint) {
        return new Change.AddUniqueKey(table, constraint);
    }

    @Override
    public Change foreignKey(ForeignKey constraint) {
        return new Change.AddForeignKey(table, constraint);
    }

    @Override
    public Change check(Check constraint) {
        return new Change.AddCheck(table, constraint);
    }

    @Override
    public Change exclusion(Exclusion constraint) {
        return new Change.AddExclusion(table, constraint);
    }

    @Override
    public Change index(Index index) {
        return new Change.AddIndex(table, index);
    }
}
