package dev.fk.examples.seed000;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithSchema(ChatModels.class)
@DisplayName("Seed 000: TABLE_CREATE_ALWAYS and TABLE_ALTER_SYNC on a database that has drifted")
class SwitchesTest {
    @BeforeEach
    void drift(Database database) {
        database.execute(new Sql("INSERT INTO room DEFAULT VALUES"));
        database.execute(new Sql("ALTER TABLE chat ALTER \"participantNo\" SET NOT NULL"));
    }

    @Test
    void without_a_switch_what_is_there_stays(Database database) {
        sync(Map.of(), database);

        assertThat(table("chat")).hasColumn("participantNo").isNotNull();
    }

    @Test
    void table_alter_sync_mends_the_difference_and_keeps_the_rows(Database database) {
        sync(Map.of("TABLE_ALTER_SYNC", "true"), database);

        assertThat(schema()).isInSyncWith(ChatModels.MODELS);
        database.execute(new Sql("DO 'BEGIN ASSERT (SELECT count(*) FROM room) = 1; END'"));
    }

    @Test
    void table_create_always_starts_anew(Database database) {
        sync(Map.of("TABLE_CREATE_ALWAYS", "true", "TABLE_ALTER_SYNC", "true"), database);

        assertThat(schema()).isInSyncWith(ChatModels.MODELS);
        database.execute(new Sql("DO 'BEGIN ASSERT (SELECT count(*) FROM room) = 0; END'"));
    }

    private static void sync(Map<String, String> environment, Database database) {
        SyncMode mode = SwitchesOfTheSeed.mode(environment);
        Sync.of(mode).run(ChatModels.MODELS, database);
    }
}
