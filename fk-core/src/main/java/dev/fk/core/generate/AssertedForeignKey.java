package dev.fk.core.generate;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.Set;

/** A whole foreign key as an argument of {@code hasOnlyForeignKeys}. */
record AssertedForeignKey(Set<String> imports) {
    private static final String ACTION = "static dev.fk.core.schema.ReferentialAction.";

    String of(ForeignKey key) {
        return "fk(" + JavaText.literals(key.columns()) + ")"
                + ".referencing(" + table(key.referencedTable()) + ", "
                + JavaText.literals(key.referencedColumns()) + ")"
                + onDelete(key)
                + onUpdate(key.onUpdate())
                + match(key.match())
                + time(key.deferrability())
                + rows(key.enforcement())
                + key.name().map(n -> JavaText.call("named", n)).orElse("");
    }

    private String table(QualifiedName name) {
        if (name.schema().isEmpty()) {
            return JavaText.literal(name.name());
        }
        imports.add("dev.fk.core.schema.QualifiedName");
        return "QualifiedName.of(" + JavaText.literal(name.schema().get()) + ", " + JavaText.literal(name.name()) + ")";
    }

    private String onDelete(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.NO_ACTION) {
            return "";
        }
        String columns = key.onDeleteColumns().isEmpty() ? "" : ", " + JavaText.literals(key.onDeleteColumns());
        return ".onDelete(" + constant(key.onDelete()) + columns + ")";
    }

    private String onUpdate(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : ".onUpdate(" + constant(action) + ")";
    }

    private String constant(ReferentialAction action) {
        imports.add(ACTION + action.name());
        return action.name();
    }

    private String match(MatchType type) {
        if (type == MatchType.SIMPLE) {
            return "";
        }
        imports.add("dev.fk.core.schema.MatchType");
        return ".matching(MatchType." + type.name() + ")";
    }

    private static String time(Deferrability time) {
        return switch (time) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> ".deferrable()";
            case INITIALLY_DEFERRED -> ".initiallyDeferred()";
        };
    }

    private static String rows(Enforcement rows) {
        return switch (rows) {
            case ENFORCED -> "";
            case NOT_VALID -> ".notValid()";
            case NOT_ENFORCED -> ".notEnforced()";
        };
    }
}
