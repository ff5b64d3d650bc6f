package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.testing.OnPostgres;
import org.junit.jupiter.api.Test;

/** ENABLE TRIGGER ALL would leave rows that came in while the triggers of a foreign key were disabled. */
@OnPostgres
class SwitchedOffKeysTest {
    private static final Models SHOP = Models.define(models -> {
        var customer = models.model("customer", m -> m.tableName("customer")
                .noTimestamps()
                .attribute("id", integer().primaryKey()));
        models.model("invoice", m -> m.tableName("invoice")
                        .noTimestamps()
                        .attribute("id", integer().primaryKey()))
                .belongsTo(customer);
    });

    @Test
    void are_made_anew_once_the_rows_obey(Database database) {
        Sync.create().run(SHOP, database);
        database.execute(new Sql("ALTER TABLE invoice DISABLE TRIGGER ALL"));
        database.execute(new Sql("INSERT INTO invoice VALUES (1, 7)"));

        assertThat(Sync.alter().plan(SHOP, database).isEmpty()).isFalse();
        assertThatThrownBy(() -> Sync.alter().run(SHOP, database))
                .isInstanceOf(DirtyDataException.class)
                .hasMessageContaining("id = 1");

        database.execute(new Sql("INSERT INTO customer VALUES (7)"));
        Sync.alter().run(SHOP, database);
        assertThat(Sync.alter().plan(SHOP, database).isEmpty()).isTrue();
        assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO invoice VALUES (2, 8)")))
                .hasMessageContaining("violates foreign key constraint");
    }
}
