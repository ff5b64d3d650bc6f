package dev.fk.examples.plain;

import dev.fk.core.diagram.ErDiagram;
import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.OpenDatabase;
import dev.fk.junit.SchemaSetup;

/** A database for a few lines of code, without a test framework: what the server made of the models, as a diagram. */
public final class DrawTables {
    private DrawTables() {}

    public static void main(String[] none) {
        System.out.println(draw());
    }

    static String draw() {
        try (OpenDatabase open = SchemaSetup.of(ShopModels.MODELS).open()) {
            return ErDiagram.of(open.database().read().schema());
        }
    }
}
