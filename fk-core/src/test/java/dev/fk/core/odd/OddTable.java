package dev.fk.core.odd;

import java.util.List;

/**
 * A table as people make them by hand.
 *
 * @param name as the catalog has it
 * @param statements what makes it, with what stands around it, in an empty database
 */
record OddTable(String name, List<String> statements) {
    @Override
    public String toString() {
        return String.join(";\n", statements) + ";";
    }
}
