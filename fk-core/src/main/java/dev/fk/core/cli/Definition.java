package dev.fk.core.cli;

import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;

/** A constraint without its name, as SQL has it. */
enum Definition implements Constraint.Visitor<String> {
    INSTANCE;

    @Override
    public String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY " + list(key.columns());
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        return "UNIQUE " + list(key.columns());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "FOREIGN KEY " + ForeignKeyText.of(key);
    }

    @Override
    public String check(Check check) {
        return "CHECK (" + check.expression().sql() + ")";
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return exclusion.definition();
    }

    @Override
    public String index(Index index) {
        return (index.unique() ? "UNIQUE INDEX " : "INDEX ")
                + list(index.parts().stream().map(IndexPart::text).toList());
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
