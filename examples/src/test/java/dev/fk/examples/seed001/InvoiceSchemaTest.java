package dev.fk.examples.seed001;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every option the article shows, and what its mistakes turn into. */
@WithSchema(sync = SyncMode.NONE)
@DisplayName("Seed 001: users and invoices, option by option")
class InvoiceSchemaTest {
    @Test
    void has_one_puts_a_nullable_key_on_the_other_table(Database database) {
        create(database, (user, invoice) -> user.hasOne(invoice));

        assertThat(table("Invoices"))
                .hasForeignKey("UserId")
                .referencing("Users", "id")
                .onDelete(SET_NULL)
                .onUpdate(CASCADE)
                .returnToTable()
                .hasColumn("UserId")
                .isNullable();
    }

    @Test
    void belongs_to_says_the_same_from_the_other_side(Database database) {
        create(database, (user, invoice) -> invoice.belongsTo(user));

        assertThat(table("Invoices"))
                .hasForeignKey("UserId")
                .referencing("Users", "id")
                .onDelete(SET_NULL)
                .onUpdate(CASCADE);
    }

    @Test
    void foreign_key_names_the_column(Database database) {
        create(database, (user, invoice) -> user.hasOne(invoice, a -> a.foreignKey("invoice_creator")));

        assertThat(table("Invoices")).hasForeignKey("invoice_creator").referencing("Users", "id");
    }

    @Test
    void source_key_needs_a_unique_column_and_says_so_before_anything_runs(Database database) {
        assertThatThrownBy(() -> create(
                        database,
                        (user, invoice) -> user.hasOne(
                                invoice, a -> a.foreignKey("invoice_creator").sourceKey("firstName"))))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("Invoices(invoice_creator) references Users(firstName),"
                        + " which is neither the primary key nor unique (InvoiceSchemaTest.java:")
                .hasMessageContaining("Make Users(firstName) unique, or reference its primary key (id). [FK003]");
        assertThat(table("Users")).doesNotExist();
    }

    @Test
    void source_key_works_with_a_unique_column(Database database) {
        Models models = Models.define(m -> {
            Model user = m.model(
                    "User", u -> u.attribute("firstName", string().unique()).noTimestamps());
            Model invoice =
                    m.model("Invoice", i -> i.attribute("amount", integer()).noTimestamps());
            invoice.belongsTo(user, a -> a.foreignKey("invoice_creator").targetKey("firstName"));
        });
        Sync.create().run(models, database);

        assertThat(table("Invoices")).hasForeignKey("invoice_creator").referencing("Users", "firstName");
    }

    @Test
    void constraints_off_leaves_the_column_alone(Database database) {
        create(
                database,
                (user, invoice) -> invoice.belongsTo(user, a -> a.foreignKey("invoice_creator")
                        .targetKey("firstName")
                        .constraints(false)));

        assertThat(table("Invoices")).doesNotHaveForeignKey("invoice_creator").hasColumn("invoice_creator");
    }

    @Test
    void the_constraint_gets_the_name_that_unique_key_promised_and_never_gave(Database database) {
        create(
                database,
                (user, invoice) -> invoice.belongsTo(user, a -> a.constraintName("user_invoice_fk_constraint")));

        assertThat(table("Invoices")).hasForeignKey("UserId").named("user_invoice_fk_constraint");
    }

    private static void create(Database database, BiConsumer<Model, Model> associations) {
        Models models = Models.define(m -> {
            Model user = m.model("User", u -> u.attribute("firstName", string()).noTimestamps());
            Model invoice =
                    m.model("Invoice", i -> i.attribute("amount", integer()).noTimestamps());
            associations.accept(user, invoice);
        });
        Sync.create().run(models, database);
    }
}
