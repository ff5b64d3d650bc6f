package dev.fk.core.generate;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table as the calls that declare its model: what one column alone has is said at the column. */
record ModelText(SaidTable whole, Types types, Map<QualifiedName, EnumDefinition> enums) {
    private static final int WIDTH = 100;

    private Table table() {
        return whole.said();
    }

    List<String> calls() {
        List<String> calls = new ArrayList<>();
        calls.add(JavaText.call("tableName", table().name().name()));
        table().name().schema().ifPresent(s -> calls.add(JavaText.call("schema", s)));
        calls.add(".noTimestamps()");
        if (table().primaryKey().isEmpty()) {
            calls.add(".noPrimaryKey()");
        }
        table().primaryKey().flatMap(PrimaryKey::name).ifPresent(n -> calls.add(JavaText.call("primaryKeyName", n)));
        columns().forEach(c -> calls.add(attribute(c)));
        table().uniqueKeys().stream().filter(k -> !isAtColumn(k)).forEach(k -> calls.add(unique(k)));
        table().checks().forEach(c -> calls.add(check(c)));
        ImpliedIndexes implied = new ImpliedIndexes(types.canonical());
        table().indexes().stream().filter(i -> !implied.has(table(), i)).forEach(i -> calls.add(IndexCall.of(i)));
        table().comment().ifPresent(c -> calls.add(JavaText.call("comment", c)));
        table().options().values().forEach((key, value) -> calls.add(JavaText.call("option", List.of(key, value))));
        return calls;
    }

    /** In the order of the table(), unless its primary key has another one, which is that of the attributes. */
    private List<Column> columns() {
        List<String> key = table().primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Column> ofKey =
                table().columns().stream().filter(c -> key.contains(c.name())).toList();
        return ofKey.stream().map(Column::name).toList().equals(key)
                ? table().columns()
                : Stream.concat(
                                key.stream().flatMap(c -> table().column(c).stream()),
                                table().columns().stream().filter(c -> !key.contains(c.name())))
                        .toList();
    }

    private String attribute(Column column) {
        boolean primaryKey = table().primaryKey()
                .filter(k -> k.columns().contains(column.name()))
                .isPresent();
        boolean unique = table().uniqueKeys().stream()
                .anyMatch(k -> isAtColumn(k) && k.columns().contains(column.name()));
        Optional<ForeignKey> key = whole.foreignKeys().stream()
                .filter(AttributeSource::isSayable)
                .filter(k -> k.columns().equals(List.of(column.name())))
                .findFirst();
        String call = ".attribute(" + JavaText.literal(column.name()) + ", "
                + new AttributeSource(types.uncast(column), type(column)).text(primaryKey, unique);
        String reference = key.map(AttributeSource::references).orElse("") + ")";
        return call + (call.length() + reference.length() > WIDTH && key.isPresent() ? "\n        " : "") + reference;
    }

    /** An enum type is said by its labels, whatever it is called. */
    private DataType type(Column column) {
        return column.type() instanceof DataType.Named named && enums.containsKey(named.name())
                ? new DataType.EnumType(enums.get(named.name()).labels())
                : types.declared(table().name(), column);
    }

    private static boolean isAtColumn(UniqueKey key) {
        return key.columns().size() == 1 && key.name().isEmpty() && key.deferrability() == Deferrability.NOT_DEFERRABLE;
    }

    private static String unique(UniqueKey key) {
        String details = (key.deferrability() == Deferrability.NOT_DEFERRABLE
                        ? ""
                        : ".deferrable(" + Values.of(key.deferrability()) + ")")
                + key.name().map(n -> JavaText.call("named", n)).orElse("");
        return details.isEmpty()
                ? JavaText.call("unique", key.columns())
                : ".unique(u -> u" + JavaText.call("on", key.columns()) + details + ")";
    }

    private static String check(Check check) {
        return JavaText.call(
                "check",
                Stream.concat(
                                check.name().stream(),
                                Stream.of(check.expression().sql()))
                        .toList());
    }
}
