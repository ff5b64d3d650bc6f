package dev.fk.core.diff;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The notation in which messages show constraints and indexes, without their names; {@link ForeignKeyText} for all kinds. */
@API(status = Status.EXPERIMENTAL)
public final class ConstraintText {
    private ConstraintText() {}

    /** {@code PRIMARY KEY (no)}, {@code UNIQUE INDEX (role, status DESC)}; clauses that are the default are left out. */
    public static String of(Constraint constraint) {
        return constraint.accept(Text.INSTANCE);
    }

    private enum Text implements Constraint.Visitor<String> {
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
                    + index.parts().stream().map(IndexPart::describe).collect(Collectors.joining(", ", " (", ")"))
                    + method + where;
        }

        private static String list(List<String> columns) {
            return "(" + String.join(", ", columns) + ")";
        }
    }
}
