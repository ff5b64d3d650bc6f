package dev.fk.examples.sabotage;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;

/** A cycle (teams and players), a self-reference (mentors), a composite key (seats) and a table between two others. */
public final class TicketModels implements ModelSource {
    static final Models MODELS = Models.define(models -> {
        var seat = models.model("Seat", m -> m.tableName("seat")
                .attribute("row", integer().primaryKey())
                .attribute("no", integer().primaryKey())
                .noTimestamps());
        var team = models.model("Team", m -> m.tableName("team")
                .attribute("name", string(40).notNull().unique())
                .noTimestamps());
        var player = models.model("Player", m -> m.tableName("player")
                .attribute("number", integer())
                .index("number")
                .check("positive", "number > 0")
                .noTimestamps());
        var ticket = models.model("Ticket", m -> m.tableName("ticket").noTimestamps());

        player.belongsTo(team, a -> a.foreignKey("teamId"));
        team.belongsTo(
                player,
                a -> a.as("captain").foreignKey("captainId").onDelete(SET_NULL).constraintName("fk_captain"));
        player.belongsTo(player, a -> a.as("mentor").foreignKey("mentorId"));
        ticket.belongsTo(seat, a -> a.foreignKey("seatRow", "seatNo").onDelete(CASCADE));
        team.belongsToMany(ticket, a -> a.through("team_ticket"));
        ticket.belongsToMany(team, a -> a.through("team_ticket"));
    });

    @Override
    public Models models() {
        return MODELS;
    }
}
