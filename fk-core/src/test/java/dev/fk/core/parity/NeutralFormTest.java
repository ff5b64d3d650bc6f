package dev.fk.core.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.postgresql.PostgreSqlDialect;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.PostgresVocabulary;
import dev.fk.core.testing.RandomSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The neutral form of random schemas: it survives a file, and it hides no change but those it is meant to. */
class NeutralFormTest {
    private static final int SCHEMAS = Integer.getInteger("fk.random.schemas", 300);
    private static final Dialect DIALECT = new PostgreSqlDialect();
    private static final ServerInfo SERVER = new ServerInfo(
            DIALECT.id(), "PostgreSQL", ServerVersion.parse("18.1"), "fk", "public", Options.of("encoding", "UTF8"));

    private static CanonicalSchema canonical(Schema schema) {
        return DIALECT.canonicalizer(SERVER).canonical(schema);
    }

    private static NeutralForm form(CanonicalSchema schema) {
        return NeutralForm.of(schema, DIALECT, SERVER);
    }

    @Test
    void what_is_read_is_what_was_written() {
        long seed = RandomSchemas.seed();
        RandomSchemas schemas = new RandomSchemas(seed, PostgresVocabulary.get(18));
        for (int i = 0; i < SCHEMAS; i++) {
            NeutralForm form = form(canonical(schemas.schema(6)));
            assertThat(NeutralForm.parse(form.toString()))
                    .as("schema " + i + " of -Dfk.random.seed=" + seed)
                    .isEqualTo(form);
        }
    }

    @Test
    void equal_forms_have_no_change_between_them_but_of_what_only_one_server_knows() {
        long seed = RandomSchemas.seed();
        RandomSchemas schemas = new RandomSchemas(seed, PostgresVocabulary.get(18));
        int equal = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            RandomSchemas.Pair pair = schemas.pair(5);
            CanonicalSchema from = canonical(pair.from());
            CanonicalSchema to = canonical(pair.to());
            List<Change> changes = Differ.diff(from, to).changes();
            if (form(from).equals(form(to))) {
                equal++;
                assertThat(changes)
                        .as("pair " + i + " of -Dfk.random.seed=" + seed)
                        .allMatch(NeutralFormTest::isOfOneServer);
            } else {
                assertThat(Parity.with(form(to)).compare(form(from)).isOnPar()).isFalse();
            }
        }
        assertThat(equal).as("pairs that are equal").isPositive();
    }

    private static boolean isOfOneServer(Change change) {
        return change instanceof Change.AlterOptions;
    }
}
