package dev.fk.core.generate;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;

/**
 * A column as the attribute that people write: {@code string(45).notNull()}.
 *
 * @param type what people would write for the type of the column
 */
record AttributeSource(Column column, DataType type) {
    /** Whether it says all that the column has. */
    boolean isWhole() {
        return column.options().isEmpty() && (!counts() || isWholeNumber()) && isPlain(column.generation());
    }

    private String typed() {
        if (counts() && !isWholeNumber()) {
            return "counted(" + TypeValue.of(type) + ")";
        }
        String plain = TypeAttribute.of(type);
        return column.collation()
                .map(c -> hasCollate()
                        ? plain + JavaText.call("collate", c)
                        : "collated(" + TypeValue.of(type) + ", " + JavaText.literal(c) + ")")
                .orElse(plain);
    }

    private boolean hasCollate() {
        return (type instanceof DataType.Varchar v && (!v.binary() || v.length().isPresent()))
                || (type instanceof DataType.Char c && !c.binary())
                || type instanceof DataType.Text
                || type instanceof DataType.EnumType;
    }

    private boolean counts() {
        return column.generation().isCounter();
    }

    /** Only these are told to count by a call behind the type. */
    private boolean isWholeNumber() {
        return type instanceof DataType.Int;
    }

    /** Whether nothing is said about how an identity column counts. */
    static boolean isPlain(Generation generation) {
        return !(generation instanceof Generation.Identity identity)
                || identity.sequence().isEmpty();
    }

    /** Whether the foreign key can be said with its only column. */
    static boolean isSayable(ForeignKey key) {
        return key.columns().size() == 1
                && key.match() == MatchType.SIMPLE
                && key.enforcement() == Enforcement.ENFORCED
                && key.onDeleteColumns().isEmpty()
                && key.options().isEmpty();
    }

    /** With what is said at the column of a table that is made with it. */
    String text(boolean primaryKey, boolean unique) {
        StringBuilder text = new StringBuilder(typed());
        String generated = column.generation().accept(Generated.INSTANCE);
        boolean counts = counts();
        text.append(counts && isWholeNumber() ? generated : "");
        text.append(primaryKey ? ".primaryKey()" : column.nullable() ? "" : ".notNull()");
        text.append(counts ? "" : generated);
        column.comment().ifPresent(c -> text.append(JavaText.call("comment", c)));
        return text.append(unique ? ".unique()" : "").toString();
    }

    static String references(ForeignKey key) {
        StringBuilder text = new StringBuilder(".references(" + JavaText.parts(key.referencedTable()) + ", "
                + JavaText.literals(key.referencedColumns()) + ")");
        text.append(action("onDelete", key.onDelete())).append(action("onUpdate", key.onUpdate()));
        if (key.deferrability() != Deferrability.NOT_DEFERRABLE) {
            text.append(".deferrable(").append(Values.of(key.deferrability())).append(')');
        }
        key.name().ifPresent(n -> text.append(JavaText.call("constraintName", n)));
        return text.toString();
    }

    static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : "." + when + "(" + action.name() + ")";
    }

    private enum Generated implements Generation.Visitor<String> {
        INSTANCE;

        @Override
        public String none() {
            return "";
        }

        @Override
        public String defaultTo(Generation.Default generation) {
            return DefaultSource.of(generation);
        }

        @Override
        public String autoIncrement() {
            return ".autoIncrement()";
        }

        @Override
        public String identity(Generation.Identity generation) {
            return generation.mode() == Generation.Identity.Mode.ALWAYS
                    ? ".autoIncrementIdentity(Generation.Identity.Mode.ALWAYS)"
                    : ".autoIncrementIdentity()";
        }

        @Override
        public String computed(Generation.Computed generation) {
            String sql = generation.expression().sql();
            return generation.storage() == Generation.Computed.Storage.STORED
                    ? JavaText.call("generatedAs", sql)
                    : ".generatedAs(" + JavaText.literal(sql) + ", Generation.Computed.Storage.VIRTUAL)";
        }
    }
}
