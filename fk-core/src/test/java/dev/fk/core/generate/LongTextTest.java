package dev.fk.core.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A comment or a default may be as long as a page: no regular expression takes a frame of the stack for each character. */
@OnPostgres
class LongTextTest {
    @Test
    void a_default_and_a_comment_of_sixty_thousand_characters_become_a_migration(Database database) {
        String page = "it''s a long page. ".repeat(3_000);
        CanonicalSchema empty = database.canonical(Schema.empty());
        database.execute(
                new Sql("CREATE TABLE page (text TEXT DEFAULT '" + page + "', CHECK (text <> '" + page + "'))"));
        database.execute(new Sql("COMMENT ON TABLE page IS '" + page + "'"));
        CanonicalSchema there = database.read();

        String source = new DifferenceWriter(empty.schema(), database::canonical, database.dialect()::parents)
                .write("", "Pages", "1-pages", Differ.diff(empty, there), List.of())
                .source();

        assertThat(source).contains("createTable(\"page\"").contains("it's a long page. it's a long page.");
    }
}
