package dev.fk.examples.readme;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.cli.Fk;
import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.sync.Sync;
import dev.fk.examples.seed000.ChatModels;
import dev.fk.examples.seed002.UserMigrations;
import dev.fk.junit.WithSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the README shows is what compiles and what is printed; {@code -Dfk.golden.update=true} copies it in anew. */
@Tag("thorough")
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void snippets_are_the_sources_they_are_taken_from() throws IOException {
        Matcher snippets = SNIPPET.matcher(Files.readString(README));
        List<String> found = new ArrayList<>();
        while (snippets.find()) {
            found.add(snippets.group(1));
            replaceOrCompare(
                    "<!-- snippet: " + snippets.group(1) + " -->\n```java\n",
                    snippets.group(2),
                    region(Path.of("..").resolve(snippets.group(1))));
        }
        assertThat(found).isNotEmpty();
    }

    private static String region(Path source) throws IOException {
        String text = Files.readString(source);
        return text.substring(text.indexOf("// snippet\n") + "// snippet\n".length(), text.indexOf("// end\n"));
    }

    @Test
    @WithSchema(ChatModels.class)
    void the_failing_assertion_is_what_a_failing_assertion_prints(Database database) throws IOException {
        database.execute(new Sql("ALTER TABLE chat DROP CONSTRAINT \"chat_participantNo_fkey\""));
        database.execute(new Sql("ALTER TABLE chat ADD FOREIGN KEY (\"participantNo\") REFERENCES participant (no)"
                + " ON DELETE SET NULL ON UPDATE CASCADE"));

        Throwable failure = catchThrowable(() -> assertThat(table("chat"))
                .hasForeignKey("participantNo")
                .referencing("participant", "no")
                .onDelete(CASCADE));

        check("failing-assertion", failure.getMessage());
    }

    @Test
    @WithSchema(ModelsOfTheReadme.class)
    void the_plan_is_what_a_dry_run_prints(Database database) throws IOException {
        database.execute(new Sql("ALTER TABLE orders DROP CONSTRAINT \"orders_customerId_fkey\""));
        database.execute(new Sql("ALTER TABLE orders ADD COLUMN note text"));

        Plan plan = Sync.alter().allowing(Risk.DESTRUCTIVE).plan(ModelsOfTheReadme.MODELS, database);

        check("plan", plan.render());
        assertThat(catchThrowable(() -> assertThat(schema()).isInSyncWith(ModelsOfTheReadme.MODELS)))
                .hasMessageContaining("note");
    }

    /** Cut from what is said on MariaDB, which is tested where the server is. */
    @Test
    void the_explanation_is_one_of_those_that_are_tested() throws IOException {
        Path golden = Path.of("../fk-core/src/test/resources/golden/explain/mariadb-11.8.txt");
        String all = Files.readString(golden);
        int start = all.indexOf("== sign differs\n") + "== sign differs\n".length();
        check("explanation", all.substring(start, all.indexOf("\n\n", start)).replace("<database>", "fk_8f3a"));
    }

    @Test
    @WithSchema(ModelsOfTheReadme.class)
    void dirty_data_is_what_a_sync_prints(Database database) throws IOException {
        database.execute(new Sql("ALTER TABLE orders DROP CONSTRAINT \"orders_customerId_fkey\""));
        database.execute(new Sql("INSERT INTO \"Customers\" (email, \"createdAt\", \"updatedAt\")"
                + " VALUES ('ann@example.org', now(), now())"));
        database.execute(new Sql("INSERT INTO orders (total, \"customerId\", \"createdAt\", \"updatedAt\")"
                + " VALUES (10, 1, now(), now()), (20, 7, now(), now()), (30, 8, now(), now())"));

        Throwable refused = catchThrowable(() -> Sync.alter().run(ModelsOfTheReadme.MODELS, database));

        check("dirty-data", refused.getMessage());
    }

    @Test
    @WithSchema
    void the_commands_print_what_is_shown(Database database) throws IOException {
        StringWriter all = new StringWriter();
        PrintWriter out = new PrintWriter(all);
        String migrations = UserMigrations.class.getName();
        for (String command :
                List.of("db:migrate --step 1", "db:migrate:status", "db:migrate --to 20240206-add-region")) {
            out.println("$ fk " + command);
            Fk.run(database.dataSource(), out, out, (command + " --migrations " + migrations).split(" "));
        }
        check(
                "command-line",
                all.toString()
                        .replaceAll("\\d+(?= ms)", "12")
                        .replaceAll("\\S+Z by \\w+", "2024-02-06T10:20:30Z by shop"));
    }

    private static void check(String name, String actual) throws IOException {
        String text = Files.readString(README);
        Matcher block = Pattern.compile("<!-- golden: " + name + " -->\n```\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as("block " + name + " in the README").isTrue();
        replaceOrCompare(
                "<!-- golden: " + name + " -->\n```\n",
                block.group(1),
                masked(actual).strip() + "\n");
    }

    /** Versions, ports and database names differ from run to run. */
    private static String masked(String message) {
        return message.replaceAll("PostgreSQL \\d+\\.\\d+", "PostgreSQL 18.6")
                .replaceAll("postgresql \\d+\\.\\d+ · \\w+", "postgresql 18.6 · fk_8f3a")
                .replaceAll("jdbc:postgresql://[^\\s,?]+[^\\s,]*", "jdbc:postgresql://127.0.0.1:53491/fk_8f3a");
    }

    private static void replaceOrCompare(String heading, String shown, String actual) throws IOException {
        if (Boolean.getBoolean("fk.golden.update")) {
            String text = Files.readString(README);
            Files.writeString(README, text.replace(heading + shown + "```", heading + actual + "```"));
        } else {
            assertThat(shown).isEqualTo(actual);
        }
    }
}
