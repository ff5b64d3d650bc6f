package dev.fk.core.generate;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import java.util.Set;

/** The assertions about one column, each a call with its dot. */
record AssertedColumn(Set<String> imports) implements Generation.Visitor<String> {
    private static final String MODE = "dev.fk.core.schema.Generation.Identity.Mode";

    String of(Column column) {
        return JavaText.call("hasColumn", column.name())
                + JavaText.call("hasType", column.type().describe())
                + (column.nullable() ? ".isNullable()" : ".isNotNull()")
                + column.generation().accept(this)
                + column.collation().map(c -> JavaText.call("hasCollation", c)).orElse("")
                + column.comment().map(c -> JavaText.call("hasComment", c)).orElse("")
                + ".and()";
    }

    @Override
    public String none() {
        return ".hasNoDefault()";
    }

    @Override
    public String defaultTo(Generation.Default generation) {
        return JavaText.call("hasDefault", generation.expression().sql());
    }

    @Override
    public String autoIncrement() {
        return ".isAutoIncrement()";
    }

    @Override
    public String identity(Generation.Identity generation) {
        imports.add(MODE);
        return ".isIdentity(Mode." + generation.mode() + ")";
    }

    @Override
    public String computed(Generation.Computed generation) {
        String storage = generation.storage() == Generation.Computed.Storage.STORED ? ".isStored()" : ".isVirtual()";
        return JavaText.call("isGeneratedAs", generation.expression().sql()) + storage;
    }
}
