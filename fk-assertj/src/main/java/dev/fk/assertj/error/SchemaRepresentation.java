package dev.fk.assertj.error;

import dev.fk.core.diff.ColumnText;
import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.presentation.Representation;
import org.assertj.core.presentation.StandardRepresentation;

/** How the assertions of this module print parts of a schema, unless a test asks for another representation. */
@API(status = Status.INTERNAL)
public final class SchemaRepresentation extends StandardRepresentation {
    private static final SchemaRepresentation INSTANCE = new SchemaRepresentation();

    private SchemaRepresentation() {}

    /** This one, unless somebody has registered their own. */
    public static Representation unless(Representation registered) {
        return registered.getClass() == StandardRepresentation.class ? INSTANCE : registered;
    }

    @Override
    protected String fallbackToStringOf(Object object) {
        if (object instanceof Constraint constraint) {
            return constraint.accept(Text.INSTANCE);
        }
        if (object instanceof Column column) {
            return column.name() + " " + ColumnText.of(column);
        }
        if (object instanceof DataType type) {
            return type.describe();
        }
        if (object instanceof Table table) {
            return "table " + table.name() + " (" + String.join(", ", table.columnNames()) + ")";
        }
        if (object instanceof Schema schema) {
            return "schema with tables " + schema.tables().keySet();
        }
        return super.fallbackToStringOf(object);
    }

    private enum Text implements Constraint.Visitor<String> {
        INSTANCE;

        @Override
        public String primaryKey(PrimaryKey key) {
            return "PRIMARY KEY " + Names.list(key.columns());
        }

        @Override
        public String uniqueKey(UniqueKey key) {
            return "UNIQUE " + Names.list(key.columns());
        }

        @Override
        public String foreignKey(ForeignKey key) {
            return ForeignKeyText.of(key);
        }

        @Override
        public String check(Check check) {
            String enforcement = check.enforcement() == Enforcement.ENFORCED
                    ? ""
                    : " " + check.enforcement().name().replace('_', ' ');
            return "CHECK (" + check.expression() + ")" + enforcement;
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return exclusion.definition();
        }

        @Override
        public String index(Index index) {
            String method = index.method().map(m -> " USING " + m).orElse("");
            String where = index.where().map(w -> " WHERE " + w).orElse("");
            return (index.unique() ? "UNIQUE " : "") + "INDEX"
                    + index.parts().stream().map(Text::part).collect(Collectors.joining(", ", " (", ")"))
                    + method + where;
        }

        private static String part(IndexPart part) {
            String prefix =
                    part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "";
            return part.text() + prefix + (part.descending() ? " DESC" : "");
        }
    }
}
