package dev.fk.core.generate;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as the statements that declare their models, and then what columns alone cannot say of their foreign keys. */
final class ModelTexts {
    private final List<Table> tables;
    private final AsDeclared asDeclared;
    private final Types types;
    private final Set<QualifiedName> models;
    private final ModelNames names;

    ModelTexts(List<Table> tables, AsDeclared asDeclared, Types types) {
        this.tables = tables;
        this.asDeclared = asDeclared;
        this.types = types;
        this.models = tables.stream().map(Table::name).collect(Collectors.toCollection(LinkedHashSet::new));
        this.names = new ModelNames(
                models,
                tables.stream()
                        .flatMap(t -> associated(t).stream().flatMap(k -> Stream.of(t.name(), k.referencedTable())))
                        .toList());
    }

    /** The foreign keys that are said with models, as their columns alone cannot. */
    private List<ForeignKey> associated(Table table) {
        return BeyondModels.sayable(asDeclared.table(table)).stream()
                .filter(k -> !AttributeSource.isSayable(k) && models.contains(k.referencedTable()))
                .toList();
    }

    /** Each of lines without indentation, comments before. */
    List<List<String>> statements() {
        List<List<String>> statements = new ArrayList<>();
        tables.forEach(t -> statements.add(model(t)));
        for (Table table : tables) {
            Set<String> taken = new HashSet<>(table.columnNames());
            associated(table).forEach(k -> statements.add(association(table, k, taken)));
        }
        return statements;
    }

    private List<String> model(Table table) {
        Table said = asDeclared.table(table);
        List<String> lines = new ArrayList<>();
        new BeyondModels(table, said).lines().forEach(l -> lines.add("// beyond models: " + l.replaceAll("\\s+", " ")));
        String variable =
                names.variable(table.name()).map(v -> "Model " + v + " = ").orElse("");
        lines.addAll(chain(
                variable + "models.model(" + JavaText.literal(names.model(table.name())) + ", m -> m",
                new ModelText(said, BeyondModels.sayable(said), types, asDeclared.enums()).calls()));
        return lines;
    }

    private List<String> association(Table table, ForeignKey key, Set<String> taken) {
        QualifiedName parent = key.referencedTable();
        List<String> calls = new ArrayList<>();
        calls.add(JavaText.call("foreignKey", key.columns()));
        calls.add(JavaText.call("targetKey", key.referencedColumns()));
        calls.add(JavaText.call("as", alias(names.word(parent), taken)));
        calls.add(".onDelete(" + key.onDelete().name() + ")");
        calls.add(".onUpdate(" + key.onUpdate().name() + ")");
        calls.addAll(ConstraintSource.particulars(key));
        key.name().ifPresent(n -> calls.add(JavaText.call("constraintName", n)));
        return chain(
                names.variable(table.name()).orElseThrow() + ".belongsTo("
                        + names.variable(parent).orElseThrow() + ", a -> a",
                calls);
    }

    /** An alias is none of the model's attributes, and of no other association. */
    private static String alias(String wanted, Set<String> taken) {
        return Stream.concat(Stream.of(wanted), Stream.iterate(2, i -> i + 1).map(i -> wanted + i))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> chain(String start, List<String> calls) {
        String more = calls.stream()
                .skip(1)
                .map(c -> "\n        " + c.replace("\n", "\n        "))
                .collect(Collectors.joining());
        return List.of((start + calls.get(0) + more + ");").split("\n", -1));
    }
}
