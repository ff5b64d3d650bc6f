package dev.fk.examples.oracles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How much was confirmed on one server. */
final class Tally {
    private final List<Checked> checked = Collections.synchronizedList(new ArrayList<>());

    void add(Checked one) {
        checked.add(one);
    }

    private long views(String kind) {
        return checked.stream().mapToLong(c -> c.views().count(kind)).sum();
    }

    @Override
    public String toString() {
        String server = checked.isEmpty() ? "no server" : checked.get(0).server();
        long indexes =
                checked.stream().mapToLong(c -> c.driver().count("index")).sum();
        return "oracles " + server + ": " + checked.size() + " schemas, " + views("table") + " tables, "
                + views("column") + " columns, " + (views("primary key") + views("unique key")) + " keys, "
                + views("foreign key") + " foreign keys, " + indexes + " indexes agree";
    }
}
