package dev.fk.core.schema;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The columns of primary and unique keys; none of what is neither. */
@API(status = Status.INTERNAL)
public enum KeyColumns implements Constraint.Visitor<List<String>> {
    INSTANCE;

    public static List<String> of(Constraint constraint) {
        return constraint.accept(INSTANCE);
    }

    @Override
    public List<String> primaryKey(PrimaryKey constraint) {
        return constraint.columns();
    }

    @Override
    public List<String> uniqueKey(UniqueKey constraint) {
        return constraint.columns();
    }

    @Override
    public List<String> foreignKey(ForeignKey constraint) {
        return List.of();
    }

    @Override
    public List<String> check(Check constraint) {
        return List.of();
    }

    @Override
    public List<String> exclusion(Exclusion constraint) {
        return List.of();
    }

    @Override
    public List<String> index(Index index) {
        return List.of();
    }
}
