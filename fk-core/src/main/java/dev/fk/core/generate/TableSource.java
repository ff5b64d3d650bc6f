package dev.fk.core.generate;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table as the lines of a {@code createTable}: what one column alone has is said at the column. */
final class TableSource {
    private final Table table;
    private final Types types;
    private final Set<Constraint> said = new HashSet<>();

    private TableSource(Table table, Types types) {
        this.table = table;
        this.types = types;
    }

    static String of(Table table, Types types) {
        TableSource source = new TableSource(table, types);
        List<String> lines = new ArrayList<>();
        table.columns().forEach(c -> lines.add(".column(" + source.column(c) + ")"));
        table.constraints().filter(source::isToSay).forEach(c -> lines.add(call(c)));
        table.comment().ifPresent(c -> lines.add(".comment(" + JavaText.literal(c) + ")"));
        table.options()
                .values()
                .forEach((k, v) -> lines.add(".option(" + JavaText.literal(k) + ", " + JavaText.literal(v) + ")"));
        String details = lines.isEmpty() ? "{}" : "t\n        " + String.join("\n        ", lines);
        return "createTable(" + JavaText.literal(table.name().name()) + ", t -> " + details + ")";
    }

    private static String call(Constraint constraint) {
        return (constraint instanceof Index ? ".index(" : ".constraint(") + ConstraintSource.of(constraint) + ")";
    }

    /** What a server makes for a foreign key it makes again. */
    private boolean isToSay(Constraint constraint) {
        boolean made = constraint instanceof Index index && new ImpliedIndexes(types.canonical()).has(table, index);
        return !said.contains(constraint) && !made;
    }

    private String column(Column column) {
        ColumnSource source = new ColumnSource(column, types.declared(table.name(), column));
        if (!source.isAttribute()) {
            return source.arguments();
        }
        boolean key = table.primaryKey()
                .filter(k -> isInOrder(k))
                .filter(k -> k.columns().contains(column.name()))
                .isPresent();
        if (key) {
            said.add(table.primaryKey().orElseThrow());
        }
        Optional<UniqueKey> unique = table.uniqueKeys().stream()
                .filter(u -> u.equals(UniqueKey.of(column.name())))
                .findFirst();
        unique.ifPresent(said::add);
        List<ForeignKey> keys = table.foreignKeysOn(List.of(column.name()));
        Optional<ForeignKey> reference = keys.stream()
                .filter(k -> keys.size() == 1 && AttributeSource.isSayable(k))
                .findFirst();
        reference.ifPresent(said::add);
        return source.arguments(key, unique.isPresent(), reference);
    }

    /** Whether its columns come in the order of the table, each said by an attribute, and the server names it. */
    private boolean isInOrder(PrimaryKey key) {
        List<String> inTable = table.columns().stream()
                .filter(c -> key.columns().contains(c.name()))
                .filter(c -> new ColumnSource(c, types.declared(table.name(), c)).isAttribute())
                .map(Column::name)
                .toList();
        return key.equals(new PrimaryKey(
                        Optional.empty(),
                        inTable.isEmpty() ? key.columns() : inTable,
                        Deferrability.NOT_DEFERRABLE,
                        key.options()))
                && key.options().isEmpty()
                && inTable.equals(key.columns());
    }
}
