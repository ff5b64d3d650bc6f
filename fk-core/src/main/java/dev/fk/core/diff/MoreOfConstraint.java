package dev.fk.core.diff;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;

/** What {@link ConstraintText} leaves out, for those who compare. */
enum MoreOfConstraint implements Constraint.Visitor<String> {
    INSTANCE;

    @Override
    public String primaryKey(PrimaryKey key) {
        return " " + key.deferrability().sql() + key.options();
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        return " " + key.deferrability().sql() + key.options();
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return " " + key.options();
    }

    @Override
    public String check(Check check) {
        return " " + check.options();
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return "";
    }

    @Override
    public String index(Index index) {
        return " " + index.options()
                + index.parts().stream().map(IndexPart::options).toList();
    }
}
