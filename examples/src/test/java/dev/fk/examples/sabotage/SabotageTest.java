package dev.fk.examples.sabotage;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.junit.WithSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is broken by hand, exactly the assertion that speaks of it fails, and names it. */
@Tag("thorough")
@WithSchema(TicketModels.class)
class SabotageTest {
    private static Map<String, Runnable> assertions() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("team of a player", () -> assertThat(table("player"))
                .hasForeignKey("teamId")
                .referencing("team", "id")
                .onDelete(SET_NULL)
                .onUpdate(CASCADE));
        all.put("captain of a team", () -> assertThat(table("team"))
                .hasForeignKey("captainId")
                .referencing("player", "id")
                .onDelete(SET_NULL)
                .named("fk_captain"));
        all.put(
                "mentor of a player",
                () -> assertThat(table("player")).hasForeignKey("mentorId").referencing("player", "id"));
        all.put("seat of a ticket", () -> assertThat(table("ticket"))
                .hasForeignKey("seatRow", "seatNo")
                .referencing("seat", "row", "no")
                .onDelete(CASCADE));
        all.put("between, team", () -> assertThat(table("team_ticket"))
                .hasForeignKey("TeamId")
                .referencing("team", "id")
                .onDelete(CASCADE));
        all.put("between, ticket", () -> assertThat(table("team_ticket"))
                .hasForeignKey("TicketId")
                .referencing("ticket", "id")
                .onDelete(CASCADE));
        all.put("between, key", () -> assertThat(table("team_ticket")).hasPrimaryKey("TeamId", "TicketId"));
        all.put("unique name", () -> assertThat(table("team")).hasUniqueKey("name"));
        all.put(
                "name not null",
                () -> assertThat(table("team")).hasColumn("name").isNotNull());
        all.put("index", () -> assertThat(table("player")).hasIndex("number"));
        all.put("check", () -> assertThat(table("player")).hasCheck("positive"));
        return all;
    }

    @Test
    void nothing_fails_while_nothing_is_broken() {
        assertions().values().forEach(Runnable::run);
        assertThat(schema()).isInSyncWith(TicketModels.MODELS);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "player DROP CONSTRAINT \"player_teamId_fkey\"|team of a player|(teamId)",
                "player DROP CONSTRAINT \"player_teamId_fkey\", ADD FOREIGN KEY (\"teamId\") REFERENCES team"
                        + " ON UPDATE CASCADE ON DELETE CASCADE|team of a player|ON DELETE differs",
                "player DROP CONSTRAINT \"player_teamId_fkey\", ADD FOREIGN KEY (\"teamId\") REFERENCES team"
                        + " ON DELETE SET NULL|team of a player|ON UPDATE differs",
                "team RENAME CONSTRAINT fk_captain TO other|captain of a team|[other]",
                "player DROP CONSTRAINT \"player_mentorId_fkey\", ADD FOREIGN KEY (\"mentorId\") REFERENCES team"
                        + "|mentor of a player|it references team",
                "ticket DROP CONSTRAINT \"ticket_seatRow_seatNo_fkey\", ADD FOREIGN KEY (\"seatNo\", \"seatRow\")"
                        + " REFERENCES seat (no, row) ON DELETE CASCADE|seat of a ticket|in another order",
                "team_ticket DROP CONSTRAINT \"team_ticket_TeamId_fkey\"|between, team|(TeamId)",
                "team_ticket DROP CONSTRAINT \"team_ticket_TicketId_fkey\", ADD FOREIGN KEY (\"TicketId\")"
                        + " REFERENCES ticket|between, ticket|ON DELETE differs",
                "team_ticket DROP CONSTRAINT team_ticket_pkey, ADD PRIMARY KEY (\"TicketId\", \"TeamId\")"
                        + "|between, key|the order differs",
                "team DROP CONSTRAINT team_name_key|unique name|unique key on (name)",
                "team ALTER name DROP NOT NULL|name not null|it accepts NULL",
                "player DROP COLUMN number, ADD COLUMN number integer CONSTRAINT positive CHECK (number > 0)"
                        + "|index|index on (number)",
                "player DROP CONSTRAINT positive|check|named positive",
            })
    void exactly_the_matching_assertion_fails(String sabotage, String matching, String evidence, Database database) {
        database.execute(new Sql("ALTER TABLE " + sabotage));

        Map<String, String> failures = new TreeMap<>();
        assertions().forEach((name, assertion) -> {
            Throwable failure = catchThrowable(assertion::run);
            if (failure != null) {
                failures.put(name, failure.getMessage());
            }
        });

        assertThat(failures.keySet()).isEqualTo(Set.of(matching));
        assertThat(failures.get(matching)).contains(evidence, "db  : PostgreSQL");
        assertThat(catchThrowable(() -> assertThat(schema()).isInSyncWith(TicketModels.MODELS)))
                .isInstanceOf(AssertionError.class);
    }
}
