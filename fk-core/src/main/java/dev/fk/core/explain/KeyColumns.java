package dev.fk.core.explain;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;

/** The columns of keys and indexes; none of what is neither. */
enum KeyColumns implements Constraint.Visitor<List<String>> {
    INSTANCE;

    static List<String> of(Constraint constraint) {
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
        return index.leadingColumns();
    }
}
