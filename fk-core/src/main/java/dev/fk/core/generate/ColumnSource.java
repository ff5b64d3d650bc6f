package dev.fk.core.generate;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import java.util.Optional;

/**
 * The arguments that describe a column: its name and an attribute where that says all of it, otherwise the whole column.
 *
 * @param type what people would write for the type of the column
 */
record ColumnSource(Column column, DataType type) {
    /** Whether an attribute says all of it. */
    boolean isAttribute() {
        boolean text = type instanceof DataType.Varchar v && v.length().isPresent()
                || type instanceof DataType.Char c && !c.binary()
                || type instanceof DataType.Text;
        boolean sayable = column.generation() instanceof Generation.None
                || column.generation() instanceof Generation.Default
                || (type instanceof DataType.Int && counter().isPresent());
        return column.options().isEmpty()
                && sayable
                && (text || column.collation().isEmpty());
    }

    private Optional<String> counter() {
        if (column.generation() instanceof Generation.AutoIncrement) {
            return Optional.of(".autoIncrement()");
        }
        return column.generation() instanceof Generation.Identity i
                        && i.sequence().isEmpty()
                        && i.mode() == Generation.Identity.Mode.BY_DEFAULT
                ? Optional.of(".autoIncrementIdentity()")
                : Optional.empty();
    }

    /** Whether the foreign key can be said with its only column. */
    static boolean isSayable(ForeignKey key) {
        return key.columns().size() == 1
                && key.match() == MatchType.SIMPLE
                && key.enforcement() == Enforcement.ENFORCED
                && key.onDeleteColumns().isEmpty()
                && key.options().isEmpty();
    }

    String arguments() {
        return arguments(false, false, Optional.empty());
    }

    /** With what is said at the column of a table that is made with it. */
    String arguments(boolean primaryKey, boolean unique, Optional<ForeignKey> key) {
        if (!isAttribute()) {
            return exact();
        }
        StringBuilder text = new StringBuilder(JavaText.literal(column.name()) + ", " + TypeAttribute.of(type));
        column.collation()
                .ifPresent(c ->
                        text.append(".collate(").append(JavaText.literal(c)).append(')'));
        counter().ifPresent(text::append);
        text.append(primaryKey ? ".primaryKey()" : column.nullable() ? "" : ".notNull()");
        if (column.generation() instanceof Generation.Default given) {
            text.append(".defaultExpression(")
                    .append(JavaText.literal(given.expression().sql()))
                    .append(')');
        }
        column.comment()
                .ifPresent(c ->
                        text.append(".comment(").append(JavaText.literal(c)).append(')'));
        text.append(unique ? ".unique()" : "");
        key.ifPresent(k -> text.append(references(k)));
        return text.toString();
    }

    private static String references(ForeignKey key) {
        StringBuilder text = new StringBuilder(".references(");
        key.referencedTable().schema().ifPresent(s -> text.append(JavaText.literal(s))
                .append(", "));
        text.append(JavaText.literal(key.referencedTable().name()))
                .append(", ")
                .append(JavaText.literals(key.referencedColumns()))
                .append(')');
        text.append(action("onDelete", key.onDelete())).append(action("onUpdate", key.onUpdate()));
        if (key.deferrability() != Deferrability.NOT_DEFERRABLE) {
            text.append(".deferrable(").append(Values.of(key.deferrability())).append(')');
        }
        key.name().ifPresent(n -> text.append(".constraintName(")
                .append(JavaText.literal(n))
                .append(')'));
        return text.toString();
    }

    static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : "." + when + "(" + action.name() + ")";
    }

    private String exact() {
        StringBuilder text = new StringBuilder(
                "Column.of(" + JavaText.literal(column.name()) + ", " + TypeValue.of(column.type()) + ")");
        text.append(column.nullable() ? "" : ".notNull()");
        if (!(column.generation() instanceof Generation.None)) {
            text.append(".withGeneration(")
                    .append(Values.of(column.generation()))
                    .append(')');
        }
        column.collation().ifPresent(c -> text.append(".withCollation(")
                .append(Values.of(Optional.of(c)))
                .append(')'));
        column.comment().ifPresent(c -> text.append(".withComment(")
                .append(Values.of(Optional.of(c)))
                .append(')'));
        if (!column.options().isEmpty()) {
            text.append(".withOptions(").append(Values.of(column.options())).append(')');
        }
        return text.toString();
    }
}
