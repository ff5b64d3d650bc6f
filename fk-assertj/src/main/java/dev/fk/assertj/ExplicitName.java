package dev.fk.assertj;

import dev.fk.core.model.ConstraintNames;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;

/** The name that models with explicit names give. */
record ExplicitName(QualifiedName table) implements Constraint.Visitor<String> {
    @Override
    public String primaryKey(PrimaryKey key) {
        return ConstraintNames.primaryKey(table);
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        return ConstraintNames.uniqueKey(table, key.columns());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return ConstraintNames.foreignKey(table, key.columns(), key.referencedTable());
    }

    @Override
    public String check(Check check) {
        return ConstraintNames.check(table, check.expression().sql());
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return table.name() + "_" + Names.hash(exclusion.definition()) + "_ex";
    }

    @Override
    public String index(Index index) {
        return ConstraintNames.index(
                table, index.parts().stream().map(IndexPart::text).toList());
    }
}
