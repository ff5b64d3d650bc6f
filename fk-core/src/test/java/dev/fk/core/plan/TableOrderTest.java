package dev.fk.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableOrderTest {
    @Test
    void a_chain_of_ten_thousand_tables_does_not_overflow_the_stack() {
        List<Table> chain = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            chain.add(table("t" + i, "t" + (i + 1)));
        }

        List<Table> ordered = TableOrder.parentsFirst(chain);

        assertThat(ordered.get(0).name().name()).isEqualTo("t9999");
        assertThat(ordered).hasSize(10_000);
    }

    @Test
    void cycles_and_references_to_itself_or_nowhere_do_not_matter() {
        List<Table> ordered =
                TableOrder.parentsFirst(List.of(table("a", "b", "a"), table("b", "c"), table("c", "a", "missing")));

        assertThat(ordered).extracting(t -> t.name().name()).containsExactly("c", "b", "a");
    }

    private static Table table(String name, String... parents) {
        DataType type = new DataType.Int(DataType.Int.Size.REGULAR);
        Table table = Table.of(QualifiedName.of(name), List.of(Column.of("id", type)));
        return table.withForeignKeys(List.of(parents).stream()
                .map(p -> ForeignKey.of(List.of("id"), QualifiedName.of(p), List.of("id")))
                .toList());
    }
}
