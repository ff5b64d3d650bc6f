package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.OnPostgres;
import org.junit.jupiter.api.Test;

/** What was created from the server's own text, by fk or out of a dump, is no different from what that was the text of. */
@OnPostgres
class ReparsedTextTest {
    @Test
    void a_table_with_lists_of_values_is_the_same_after_a_dump_and_from_there_on(Database database) {
        CanonicalSchema empty = database.read();
        database.execute(new Sql("CREATE TABLE job (id INTEGER PRIMARY KEY, state VARCHAR(20) NOT NULL"
                + " CHECK (state IN ('new', 'it''s, (done)', 'a]\"b')), other VARCHAR,"
                + " old VARCHAR CHECK (old NOT IN ('x', 'y') OR lower(old) = ANY (ARRAY[old, other])),"
                + " tags TEXT[] DEFAULT ARRAY['a'::varchar, 'b'],"
                + " busy BOOLEAN GENERATED ALWAYS AS (state IN ('new', 'open')) STORED)"));
        database.execute(new Sql("CREATE UNIQUE INDEX one_new ON job (state) WHERE state IN ('new', 'open')"));
        CanonicalSchema first = database.read();

        database.execute(new Sql("DROP TABLE job"));
        database.run(database.plan(Differ.diff(empty, first), empty));

        assertThat(database.read()).isEqualTo(first);
    }

    @Test
    void only_the_cast_of_a_whole_array_goes_to_its_elements() {
        assertThat(ArrayCasts.inElements(
                        "(a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])"))
                .isEqualTo("(a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text])");
        for (String same : new String[] {
            "a = ANY (ARRAY[1, 2])",
            "a = '(ARRAY[1])::text[]'",
            "((ARRAY[1, 2])[1])::text = b",
            "(ARRAY[1, 2] || b)::bigint[] = c",
            "(ARRAY[ARRAY['x'::character varying]])::text[] = c",
            "(ARRAY[])::text[] = c",
            "(ARRAY[1"
        }) {
            assertThat(ArrayCasts.inElements(same)).isEqualTo(same);
        }
    }
}
