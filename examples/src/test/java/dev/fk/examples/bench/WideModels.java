package dev.fk.examples.bench;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;

import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables with about eight columns, one and a half foreign keys and three indexes each; the same ones every time. */
final class WideModels {
    private WideModels() {}

    static Models of(int tables) {
        Random random = new Random(42);
        return Models.define(models -> {
            List<Model> earlier = new ArrayList<>();
            for (int i = 0; i < tables; i++) {
                String name = "t" + i;
                Model model = models.model(name, m -> {
                    m.tableName(name).attribute("id", integer().primaryKey().autoIncrement());
                    for (int column = 0; column < 4; column++) {
                        m.attribute("c" + column, string(40).notNull().defaultValue("-"));
                    }
                    m.attribute("code", string(30).notNull().unique(name + "_code"));
                    m.attribute("at", dateTime());
                    m.index(index -> index.named(name + "_at").on("at", "c0")).noTimestamps();
                });
                int parents = Math.min(earlier.size(), 1 + random.nextInt(2));
                for (int parent = 0; parent < parents; parent++) {
                    String key = "p" + parent;
                    String constraint = name + "_" + key;
                    Model other = earlier.get(random.nextInt(earlier.size()));
                    model.belongsTo(other, a -> a.as(key).foreignKey(key + "Id").constraintName(constraint));
                }
                earlier.add(model);
            }
        });
    }
}
