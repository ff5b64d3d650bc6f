package dev.fk.assertj;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;

import dev.fk.core.model.Conventions;
import dev.fk.core.model.Model;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.model.ModelsSpec;
import dev.fk.core.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Forty models with everything that models can say: eight families of five, whose tables reference those before them. Every
 * other family gives its foreign keys names; the others leave that to the server.
 */
final class Forty {
    static final List<String> FAMILIES =
            List.of("shop", "person", "ledger", "ticket", "album", "route", "parcel", "course");
    private static final List<ReferentialAction> ACTIONS = List.of(
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL,
            ReferentialAction.NO_ACTION,
            ReferentialAction.CASCADE,
            ReferentialAction.RESTRICT);

    /** A collation that is nobody's default. */
    private final String collation;

    Forty(String collation) {
        this.collation = collation;
    }

    Models models() {
        return Models.define(Conventions.sequelize6().noTimestamps(), m -> {
            List<Model> heads = new ArrayList<>();
            for (String family : FAMILIES) {
                heads.add(family(m, family, heads, FAMILIES.indexOf(family) % 2 == 0));
            }
        });
    }

    private Model family(ModelsSpec m, String family, List<Model> heads, boolean named) {
        Model head = m.model(family, s -> head(s, family));
        Model part = m.model(family + "_part", s -> part(s, family));
        Model note = m.model(family + "_note", s -> note(s, family));
        Model link = m.model(family + "_link", s -> link(s, family));
        Model mark = m.model(family + "_mark", s -> mark(s, family));
        int turn = heads.size();
        belongsTo(part, head, "head_id", ACTIONS.get(turn % 5), named);
        belongsTo(note, head, "head_id", ACTIONS.get((turn + 1) % 5), named);
        belongsTo(note, part, "part_id", ReferentialAction.SET_NULL, named);
        belongsTo(link, head, "head_id", ReferentialAction.CASCADE, named);
        mark.belongsTo(link, a -> {
            a.foreignKey(List.of("link_a", "link_b"), k -> k.field("link_a", "link_b"))
                    .onDelete(ReferentialAction.CASCADE);
            if (named) {
                a.constraintName("fk_" + family + "_mark_link");
            }
        });
        if (!heads.isEmpty()) {
            belongsTo(head, heads.get(turn - 1), "previous_id", ReferentialAction.SET_NULL, named);
        }
        return head;
    }

    private static void belongsTo(Model child, Model parent, String column, ReferentialAction action, boolean named) {
        child.belongsTo(parent, a -> {
            a.foreignKey(column).onDelete(action);
            if (named) {
                a.constraintName("fk_" + child.name() + "_" + column);
            }
        });
    }

    private void head(ModelSpec s, String family) {
        s.tableName(family)
                .comment("heads of " + family)
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("code", string(40).notNull())
                .attribute("title", string(80).notNull().defaultValue("none"))
                .attribute("label", string(20).collate(collation))
                .attribute("mood", enumOf("calm", "loud", "odd").notNull())
                .attribute("amount", integer().notNull().defaultValue(0))
                .attribute("price", decimal(10, 2).comment("per piece"))
                .unique(u -> u.on("code", "title").named("uk_" + family + "_code"))
                .index(i -> i.on("title").on("amount").named("ix_" + family + "_title"))
                .check("ck_" + family + "_amount", "amount >= 0");
    }

    private void part(ModelSpec s, String family) {
        s.tableName(family + "_part")
                .attribute("id", integer().primaryKey().autoIncrementIdentity())
                .attribute("position", integer().notNull().defaultValue(1))
                .attribute("name", string(30).notNull().comment("what it is called"))
                .attribute("since", dateTime())
                .index(i -> i.on("position", p -> p.descending()).on("name").named("ix_" + family + "_part_position"))
                .check("ck_" + family + "_part_position", "position > 0");
    }

    private void note(ModelSpec s, String family) {
        s.tableName(family + "_note")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("body", text().notNull())
                .attribute("author", string(60).defaultValue("nobody"))
                .attribute("stars", integer())
                .unique(u -> u.on("author", "stars").named("uk_" + family + "_note_author"))
                .check("ck_" + family + "_note_stars", "stars < 6");
    }

    private void link(ModelSpec s, String family) {
        s.tableName(family + "_link")
                .comment("links of " + family)
                .attribute("a", integer().primaryKey())
                .attribute("b", integer().primaryKey())
                .attribute("weight", integer().notNull().defaultValue(10))
                .index(i -> i.on("b").on("weight").named("ix_" + family + "_link_b"));
    }

    private void mark(ModelSpec s, String family) {
        s.tableName(family + "_mark")
                .attribute("no", integer().primaryKey())
                .attribute("color", string(12).notNull().defaultValue("red"))
                .index(i -> i.on("color").named("ix_" + family + "_mark_color"));
    }
}
