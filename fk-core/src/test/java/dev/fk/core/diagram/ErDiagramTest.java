package dev.fk.core.diagram;

import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.model.Models;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErDiagramTest {
    private static final Schema SHOP = Models.define(models -> {
                var customer = models.model("Customer", m -> m.tableName("customers")
                        .attribute("id", integer().primaryKey().autoIncrement())
                        .attribute("e-mail \"address\"", string(80).notNull().unique())
                        .noTimestamps());
                var passport = models.model("Passport", m -> m.tableName("passports")
                        .attribute("id", integer().primaryKey())
                        .noTimestamps());
                var order = models.model("Order", m -> m.tableName("orders of customers")
                        .attribute("total", decimal(10, 2).notNull())
                        .noTimestamps());
                customer.hasMany(order, a -> a.foreignKey("customerId", key -> key.notNull())
                        .onDelete(CASCADE));
                passport.belongsTo(customer, a -> a.foreignKey("customerId", key -> key.unique()));
                order.belongsTo(order, a -> a.foreignKey("follows").as("predecessor"));
            })
            .schema();

    @Test
    void shows_tables_columns_keys_and_who_refers_to_whom() throws IOException {
        Golden.assertEqual("diagram/shop.mmd", ErDiagram.of(SHOP));
    }

    @Test
    void shows_what_differs_and_the_tables_it_refers_to() throws IOException {
        QualifiedName orders = QualifiedName.of("orders of customers");
        Table before = SHOP.table(orders).orElseThrow();
        Table after = before.withColumns(before.columns().stream()
                        .filter(c -> !c.name().equals("total"))
                        .map(c -> c.name().equals("customerId") ? c.withNullable(true) : c)
                        .toList())
                .withForeignKeys(before.foreignKeys().stream()
                        .filter(k -> k.columns().equals(List.of("customerId")))
                        .map(k -> k.withActions(SET_NULL, k.onUpdate()))
                        .toList());
        Schema changed = SHOP.with(after)
                .without(QualifiedName.of("passports"))
                .with(Table.of(
                        QualifiedName.of("notes"), List.of(before.columns().get(0))));
        Golden.assertEqual(
                "diagram/difference.mmd", ErDiagram.ofDifference(SHOP, changed).orElseThrow());
    }

    /** Read with Mermaid 11.17; a column {@code pk} alone made it refuse the whole diagram. */
    @Test
    void words_are_none_that_mermaid_reads_as_the_mark_of_a_key() throws IOException {
        List<Column> columns = Stream.of(
                        "pk", "FK", "Uk", "pk-2", "uk(3)", "pkü", "ªb", "pk2", "fk_a", "PKa", "pkg", "x-pk")
                .map(name -> Column.of(name, new DataType.Named(QualifiedName.of("uk"))))
                .toList();
        Golden.assertEqual(
                "diagram/keys.mmd",
                ErDiagram.of(Schema.of(List.of(Table.of(QualifiedName.of("pk"), columns)), List.of())));
    }

    @Test
    void shows_nothing_where_nothing_differs_but_the_name_of_a_foreign_key() {
        assertThat(ErDiagram.ofDifference(
                        SHOP,
                        SHOP.mapTables(t -> t.withForeignKeys(t.foreignKeys().stream()
                                .map(k -> k.withName(Optional.of("another")))
                                .toList()))))
                .isEmpty();
    }

    @Test
    void of_nothing_is_empty() {
        assertThat(ErDiagram.of(Schema.empty())).isEqualTo("erDiagram\n");
    }
}
