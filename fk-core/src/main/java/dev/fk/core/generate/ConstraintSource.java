package dev.fk.core.generate;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A constraint as people would write it, or exactly where their words do not reach. */
enum ConstraintSource implements Constraint.Visitor<String> {
    INSTANCE;

    static String of(Constraint constraint) {
        return constraint.accept(INSTANCE);
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return key.name().isPresent() && key.options().isEmpty()
                ? "primaryKey(" + JavaText.literals(key.columns()) + ")" + named(key.name())
                        + deferrable(key.deferrability())
                : exactly("PrimaryKey", key.name(), key.columns(), key.deferrability(), key.options());
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        return key.name().isPresent() && key.options().isEmpty()
                ? "unique(" + JavaText.literals(key.columns()) + ")" + named(key.name())
                        + deferrable(key.deferrability())
                : exactly("UniqueKey", key.name(), key.columns(), key.deferrability(), key.options());
    }

    private static String exactly(
            String kind, Optional<String> name, List<String> columns, Deferrability deferrability, Options options) {
        return "exactly(new " + kind + "(" + Values.of(name) + ", " + Values.of(columns) + ", "
                + Values.of(deferrability) + ", " + Values.of(options) + "))";
    }

    private static String named(Optional<String> name) {
        return name.map(n -> ".named(" + JavaText.literal(n) + ")").orElse("");
    }

    private static String deferrable(Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE ? "" : ".deferrable(" + Values.of(deferrability) + ")";
    }

    @Override
    public String foreignKey(ForeignKey key) {
        boolean sayable = key.name().isPresent()
                && key.enforcement() != Enforcement.NOT_ENFORCED
                && key.onDeleteColumns().isEmpty()
                && key.options().isEmpty();
        if (!sayable) {
            return "exactly(" + exact(key) + ")";
        }
        String parent = key.referencedTable().schema().isPresent()
                ? Values.of(key.referencedTable())
                : JavaText.literal(key.referencedTable().name());
        return "foreignKey(" + JavaText.literals(key.columns()) + ").references(" + parent + ", "
                + JavaText.literals(key.referencedColumns()) + ")" + named(key.name())
                + AttributeSource.action("onDelete", key.onDelete())
                + AttributeSource.action("onUpdate", key.onUpdate())
                + String.join("", particulars(key))
                + (key.enforcement() == Enforcement.NOT_VALID ? ".notValid()" : "");
    }

    /** The calls that only few foreign keys need. */
    static List<String> particulars(ForeignKey key) {
        return Stream.of(
                        deferrable(key.deferrability()),
                        key.match() == MatchType.SIMPLE ? "" : ".match(" + Values.of(key.match()) + ")")
                .filter(c -> !c.isEmpty())
                .toList();
    }

    private static String exact(ForeignKey key) {
        StringBuilder text = new StringBuilder("ForeignKey.of(" + Values.of(key.columns()) + ", "
                + Values.of(key.referencedTable()) + ", " + Values.of(key.referencedColumns()) + ")");
        text.append(".withName(").append(Values.of(key.name())).append(')');
        text.append(".withActions(")
                .append(key.onDelete().name())
                .append(", ")
                .append(key.onUpdate().name())
                .append(')');
        text.append(".withMatch(").append(Values.of(key.match())).append(')');
        text.append(".withDeferrability(")
                .append(Values.of(key.deferrability()))
                .append(')');
        text.append(".withEnforcement(").append(Values.of(key.enforcement())).append(')');
        if (!key.onDeleteColumns().isEmpty()) {
            text.append(".withOnDeleteColumns(")
                    .append(Values.of(key.onDeleteColumns()))
                    .append(')');
        }
        return key.options().isEmpty()
                ? text.toString()
                : text.append(".withOptions(")
                        .append(Values.of(key.options()))
                        .append(')')
                        .toString();
    }

    @Override
    public String check(Check check) {
        boolean sayable =
                check.name().isPresent() && check.options().isEmpty() && check.enforcement() == Enforcement.ENFORCED;
        return sayable
                ? "check(" + JavaText.literal(check.expression().sql()) + ")" + named(check.name())
                : "exactly(new Check(" + Values.of(check.name()) + ", new Expression("
                        + JavaText.literal(check.expression().sql()) + "), " + Values.of(check.enforcement()) + ", "
                        + Values.of(check.options()) + "))";
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return "exactly(new Exclusion(" + Values.of(exclusion.name()) + ", " + JavaText.literal(exclusion.definition())
                + "))";
    }

    @Override
    public String index(Index index) {
        boolean plain = index.parts().stream().allMatch(p -> p.equals(IndexPart.column(p.text())));
        if (!plain || index.name().isEmpty() || !index.options().isEmpty()) {
            return "new Index(" + Values.of(index.name()) + ", List.of("
                    + index.parts().stream().map(ConstraintSource::part).collect(Collectors.joining(", ")) + "), "
                    + index.unique() + ", " + Values.of(index.method()) + ", "
                    + index.where()
                            .map(w -> "Optional.of(new Expression(" + JavaText.literal(w.sql()) + "))")
                            .orElse("Optional.empty()")
                    + ", " + Values.of(index.options()) + ")";
        }
        return "IndexSpec.on("
                + JavaText.literals(index.parts().stream().map(IndexPart::text).toList()) + ")"
                + named(index.name())
                + (index.unique() ? ".unique()" : "")
                + index.method().map(m -> ".using(" + JavaText.literal(m) + ")").orElse("")
                + index.where()
                        .map(w -> ".where(" + JavaText.literal(w.sql()) + ")")
                        .orElse("");
    }

    private static String part(IndexPart part) {
        return "new IndexPart(" + JavaText.literal(part.text()) + ", " + part.isExpression() + ", " + part.descending()
                + ", " + Values.of(part.prefixLength()) + ", " + Values.of(part.options()) + ")";
    }
}
