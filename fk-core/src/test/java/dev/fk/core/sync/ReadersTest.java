package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Sessions that only read, as those to a standby do: what can be told is told, and otherwise who it is. */
@OnPostgres
@Tag("thorough")
class ReadersTest {
    private static final Models PLAIN = models(m -> {});

    /** Each server has other words for it. */
    private static final Models CHECKED = models(m -> m.check("high", "v BETWEEN 1 AND 2"));

    private static Models models(Consumer<ModelSpec> more) {
        return Models.define(models -> models.model("reading", m -> {
            m.tableName("reading").attribute("v", integer()).noTimestamps();
            more.accept(m);
        }));
    }

    private static String reading(EachServer server) {
        return server.isTransactional()
                ? "&options=-c%20default_transaction_read_only=on"
                : "&sessionVariables=" + (server.toString().startsWith("mysql") ? "transaction" : "tx")
                        + "_read_only=1";
    }

    @TestFactory
    Stream<DynamicTest> learn_why_nothing_is_written(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("only reading", fresh -> {
                    Database writing = Database.of(fresh.dataSource());
                    Database reading = Database.at(fresh.url() + reading(server));
                    String why = server.isTransactional()
                            ? "  why : default_transaction_read_only is on in this session (client)\n  do  : Turn it off"
                            : "  why : the transaction only reads\n  do  : Let it write: Connection.setReadOnly(false)";

                    Sync.create().run(PLAIN, writing);
                    assertThat(Sync.alter().plan(PLAIN, reading).isEmpty()).isTrue();
                    Sync.alter().run(CHECKED, writing);
                    assertThatThrownBy(() -> Sync.alter().plan(CHECKED, reading))
                            .hasMessageContaining(" write expressions in its own words, in tables that are not kept")
                            .hasMessageContaining(why);
                    assertThatThrownBy(() -> reading.execute(new Sql("ALTER TABLE reading ADD w INT")))
                            .hasMessageContaining(why);
                }));
    }
}
