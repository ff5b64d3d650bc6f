package dev.fk.core.cli;

import dev.fk.core.diff.ConstraintText;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** A constraint for machines: what kind it is, and of a foreign key its parts. */
record ConstraintJson(QualifiedName table) implements Constraint.Visitor<Map<String, Object>> {
    @Override
    public Map<String, Object> primaryKey(PrimaryKey constraint) {
        return members("primary key", constraint);
    }

    @Override
    public Map<String, Object> uniqueKey(UniqueKey constraint) {
        return members("unique key", constraint);
    }

    @Override
    public Map<String, Object> foreignKey(ForeignKey constraint) {
        Map<String, Object> object = members("foreign key", constraint);
        object.put("columns", constraint.columns());
        object.put("referencedTable", constraint.referencedTable());
        object.put("referencedColumns", constraint.referencedColumns());
        object.put("onDelete", constraint.onDelete().sql());
        object.put("onUpdate", constraint.onUpdate().sql());
        return object;
    }

    @Override
    public Map<String, Object> check(Check constraint) {
        return members("check", constraint);
    }

    @Override
    public Map<String, Object> exclusion(Exclusion constraint) {
        return members("exclusion", constraint);
    }

    @Override
    public Map<String, Object> index(Index index) {
        return members("index", index);
    }

    private Map<String, Object> members(String kind, Constraint constraint) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("table", table);
        object.put("name", constraint.name());
        object.put("kind", kind);
        object.put("definition", ConstraintText.of(constraint));
        return object;
    }
}
