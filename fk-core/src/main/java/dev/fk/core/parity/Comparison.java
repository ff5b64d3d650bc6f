package dev.fk.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Two neutral forms side by side. */
final class Comparison {
    private final List<Difference> differences = new ArrayList<>();
    private final String table;
    private final Difference.Tables tables;

    private Comparison(String table, Optional<NeutralTable> here, Optional<NeutralTable> there) {
        this.table = table;
        this.tables = new Difference.Tables(here.orElseGet(NeutralTable::empty), there.orElseGet(NeutralTable::empty));
    }

    static List<Difference> between(NeutralForm here, NeutralForm there) {
        TreeSet<String> names = new TreeSet<>(here.tables().keySet());
        names.addAll(there.tables().keySet());
        List<Difference> all = new ArrayList<>();
        for (String name : names) {
            Optional<NeutralTable> own = Optional.ofNullable(here.tables().get(name));
            Optional<NeutralTable> other = Optional.ofNullable(there.tables().get(name));
            Comparison comparison = new Comparison(name, own, other);
            if (own.isPresent() && other.isPresent()) {
                comparison.items();
            } else {
                comparison.add("", "", own.map(t -> name), other.map(t -> name));
            }
            all.addAll(comparison.differences);
        }
        return all;
    }

    private void items() {
        TreeSet<String> items = new TreeSet<>(tables.here().items().keySet());
        items.addAll(tables.there().items().keySet());
        for (String item : items) {
            Optional<SortedMap<String, String>> own =
                    Optional.ofNullable(tables.here().items().get(item));
            Optional<SortedMap<String, String>> other =
                    Optional.ofNullable(tables.there().items().get(item));
            if (own.isPresent() && other.isPresent()) {
                facts(item, own.get(), other.get());
            } else {
                add(item, "", own.map(f -> item), other.map(f -> item));
            }
        }
    }

    private void facts(String item, SortedMap<String, String> own, SortedMap<String, String> other) {
        TreeSet<String> facts = new TreeSet<>(own.keySet());
        facts.addAll(other.keySet());
        for (String fact : facts) {
            Optional<String> here = Optional.ofNullable(own.get(fact));
            Optional<String> there = Optional.ofNullable(other.get(fact));
            if (!here.equals(there)) {
                add(item, fact, here, there);
            }
        }
    }

    private void add(String item, String fact, Optional<String> here, Optional<String> there) {
        differences.add(new Difference(table, item, fact, here, there, tables));
    }
}
