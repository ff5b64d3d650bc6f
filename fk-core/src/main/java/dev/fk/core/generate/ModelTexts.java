package dev.fk.core.generate;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as the statements that declare their models, and then what columns alone cannot say of their foreign keys. */
final class ModelTexts {
    private static final int MOST_CALLS = 100;

    private final Map<QualifiedName, SaidTable> tables = new LinkedHashMap<>();
    private final AsDeclared asDeclared;
    private final Types types;
    private final ModelNames names;

    ModelTexts(List<Table> tables, AsDeclared asDeclared, Types types) {
        this.asDeclared = asDeclared;
        this.types = types;
        tables.forEach(t -> this.tables.put(t.name(), SaidTable.of(t, asDeclared)));
        this.names = new ModelNames(
                this.tables.keySet(),
                this.tables.values().stream()
                        .flatMap(t -> associated(t).stream().flatMap(k -> Stream.of(t.name(), k.referencedTable())))
                        .toList());
    }

    /** The foreign keys that are said with models, as their columns alone cannot. */
    private List<ForeignKey> associated(SaidTable table) {
        return table.foreignKeys().stream()
                .filter(k -> !AttributeSource.isSayable(k) && tables.containsKey(k.referencedTable()))
                .toList();
    }

    /** Each of lines without indentation, comments before. */
    List<List<String>> statements() {
        List<List<String>> statements = new ArrayList<>();
        tables.values().forEach(t -> statements.add(model(t)));
        for (SaidTable table : tables.values()) {
            Set<String> taken = new HashSet<>(table.said().columnNames());
            associated(table).forEach(k -> statements.add(association(table, k, taken)));
        }
        return statements;
    }

    private List<String> model(SaidTable table) {
        List<String> lines = new ArrayList<>();
        new BeyondModels(table).lines().forEach(l -> lines.add(JavaText.comment("beyond models: " + l)));
        String variable =
                names.variable(table.name()).map(v -> "Model " + v + " = ").orElse("");
        String start = variable + "models.model(" + JavaText.literal(names.model(table.name())) + ", m -> ";
        List<String> calls = new ModelText(table, types, asDeclared.enums()).calls();
        lines.addAll(calls.size() <= MOST_CALLS ? chain(start + "m", calls, ");") : block(start, calls));
        return lines;
    }

    /** @param taken the model's attributes, and the aliases of its other associations */
    private List<String> association(SaidTable table, ForeignKey key, Set<String> taken) {
        QualifiedName parent = key.referencedTable();
        List<String> calls = new ArrayList<>();
        calls.add(JavaText.call("foreignKey", key.columns()));
        calls.add(JavaText.call("targetKey", key.referencedColumns()));
        calls.add(JavaText.call("as", FreeName.of(names.word(parent), "", taken)));
        calls.add(".onDelete(" + key.onDelete().name() + ")");
        calls.add(".onUpdate(" + key.onUpdate().name() + ")");
        calls.addAll(ConstraintSource.particulars(key));
        key.name().ifPresent(n -> calls.add(JavaText.call("constraintName", n)));
        return chain(
                names.variable(table.name()).orElseThrow() + ".belongsTo("
                        + names.variable(parent).orElseThrow() + ", a -> a",
                calls,
                ");");
    }

    private static List<String> block(String start, List<String> calls) {
        List<String> lines = new ArrayList<>(List.of(start + "{"));
        Pieces.of(calls, MOST_CALLS)
                .flatMap(piece -> chain("m", piece, ";").stream())
                .forEach(l -> lines.add("    " + l));
        lines.add("});");
        return lines;
    }

    private static List<String> chain(String start, List<String> calls, String end) {
        String more = calls.stream()
                .skip(1)
                .map(c -> "\n        " + c.replace("\n", "\n        "))
                .collect(Collectors.joining());
        return List.of((start + calls.get(0) + more + end).split("\n", -1));
    }
}
