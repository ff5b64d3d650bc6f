package dev.fk.assertj;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** All faults that can be planted in a schema, and a choice of them in which every kind has its turn. */
record Faults(List<Fault> all) {
    static Faults in(Schema schema, Database database) {
        boolean standard =
                database.dialect().capabilities(database.server().version()).deferrableConstraints();
        List<Fault> faults = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            new FaultsOfKeys(schema, table, standard).all().forEach(faults::add);
            new FaultsOfTables(schema, table, standard).all().forEach(faults::add);
        }
        schema.enums().values().stream().flatMap(e -> ofEnum(schema, e)).forEach(faults::add);
        Table more = Table.of(
                QualifiedName.of("more"), List.of(Column.of("id", new DataType.Int(DataType.Int.Size.REGULAR))));
        faults.add(Fault.of("create a table", more.name(), new Change.CreateTable(more)));
        return new Faults(List.copyOf(faults));
    }

    private static Stream<Fault> ofEnum(Schema schema, EnumDefinition there) {
        QualifiedName table = schema.tables().values().stream()
                .filter(t -> t.columns().stream().anyMatch(c -> c.type().equals(new DataType.Named(there.name()))))
                .map(Table::name)
                .findFirst()
                .orElseThrow();
        List<String> swapped = new ArrayList<>(there.labels());
        Collections.swap(swapped, 0, 1);
        List<String> longer = new ArrayList<>(there.labels());
        longer.add("wild");
        return Stream.of(
                Fault.of("swap labels", table, new Change.AlterEnum(there, there.withLabels(swapped))),
                Fault.of("add a label", table, new Change.AlterEnum(there, there.withLabels(longer))));
    }

    /** So many of them, of each kind as many as of the others as long as there are any. */
    List<Fault> choice(int count, long seed) {
        List<Fault> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, List<Fault>> byKind = new LinkedHashMap<>();
        shuffled.forEach(
                f -> byKind.computeIfAbsent(f.kind(), k -> new ArrayList<>()).add(f));
        List<Fault> chosen = new ArrayList<>();
        for (int turn = 0; chosen.size() < Math.min(count, all.size()); turn++) {
            for (List<Fault> kind : byKind.values()) {
                if (turn < kind.size() && chosen.size() < count) {
                    chosen.add(kind.get(turn));
                }
            }
        }
        return chosen;
    }

    long kinds() {
        return all.stream().map(Fault::kind).distinct().count();
    }
}
