package dev.fk.junit;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.model.annotation.AutoIncrement;
import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.source.ModelSource;
import dev.fk.core.sync.Sync;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Models become tables before the test begins. Alone, because it listens to standard output. */
@Tag("thorough")
@Isolated
@ExtendWith(TestKit.Provider.class)
class ModelsTest {
    static final class AuthorModels implements ModelSource {
        static final Models MODELS = Models.define(models -> {
            var author = models.model("Author", m -> m.tableName("author")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            var book = models.model("Book", m -> m.tableName("book")
                    .attribute("title", string(80).primaryKey())
                    .noTimestamps());
            author.hasMany(book, a -> a.foreignKey("authorId").onDelete(CASCADE));
        });

        @Override
        public Models models() {
            return MODELS;
        }
    }

    @Table("writer")
    record Writer(@Id @AutoIncrement int id) {}

    @Table("poem")
    record Poem(@Id String title, @BelongsTo(foreignKey = "writerId", onDelete = CASCADE) Writer writer) {}

    @Test
    void models_and_records_become_tables(TestKit kit) {
        kit.run(TablesTestCases.class).succeeded(1);
    }

    @WithSchema({AuthorModels.class, Poem.class, Writer.class, Notes.class})
    static class TablesTestCases {
        @Test
        void all_are_there_with_their_foreign_keys(Schema schema, Database database) throws Exception {
            assertThat(schema.tables().keySet())
                    .extracting(QualifiedName::name)
                    .containsExactly("author", "book", "note", "poem", "writer");
            assertThat(schema.table(QualifiedName.of("poem")).orElseThrow().foreignKeys())
                    .singleElement()
                    .satisfies(key -> assertThat(key.onDelete()).isEqualTo(CASCADE));
            assertThat(Sync.alter().run(AuthorModels.MODELS, database).steps()).isEmpty();
        }
    }

    @Test
    void executed_statements_are_printed_once_if_wanted(TestKit kit) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            kit.run(PrintingTestCases.class, "fk.show-sql", "true").succeeded(2);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> l.startsWith("Executing (default): CREATE TABLE")))
                .hasSize(2);
    }

    @WithSchema(AuthorModels.class)
    static class PrintingTestCases {
        @RepeatedTest(2)
        void test() {}
    }
}
