package dev.fk.core.explain.situation;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Constraints in words. */
@API(status = Status.INTERNAL)
public enum Described implements Constraint.Visitor<String> {
    INSTANCE;

    public static String of(Constraint constraint) {
        return constraint.accept(INSTANCE);
    }

    @Override
    public String primaryKey(PrimaryKey constraint) {
        return "the primary key (" + String.join(", ", constraint.columns()) + ")";
    }

    @Override
    public String uniqueKey(UniqueKey constraint) {
        return "the unique key (" + String.join(", ", constraint.columns()) + ")";
    }

    @Override
    public String foreignKey(ForeignKey constraint) {
        return "the foreign key " + constraint.key();
    }

    @Override
    public String check(Check constraint) {
        return "the check " + constraint.expression();
    }

    @Override
    public String exclusion(Exclusion constraint) {
        return "an exclusion constraint";
    }

    @Override
    public String index(Index index) {
        return "the index (" + index.parts().stream().map(IndexPart::text).collect(Collectors.joining(", ")) + ")";
    }
}
