package dev.fk.examples.dump;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Test;

/** A database that is there already, as pg_dump and mysqldump write it: tables, a trigger and rows. */
@WithSchema(scripts = "classpath:shop/dump/{dialect}.sql")
class DumpTest {
    @Test
    void the_keys_of_the_dump_are_there_and_hold() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .named("orders_customer")
                .referencing("customers", "id")
                .onDelete(CASCADE)
                .onCopy()
                .cascadesDeletes();
        assertThat(table("orders")).hasTrigger("note");
        assertThat(schema()).hasNoOrphans();
    }

    @Test
    void its_rows_are_there_and_ids_go_on_behind_them(Database database) {
        database.execute(new Sql("INSERT INTO orders (customer_id) VALUES (2)"));

        assertThat(database.query(new Sql("SELECT id, note FROM orders ORDER BY id")))
                .extracting(row -> row.get("id") + " " + row.get("note"))
                .containsExactly("1 two lines:\nit's \\ fine; really", "2 null", "3 none");
    }
}
