package dev.fk.core.probe;

import dev.fk.core.dialect.ProbeRules;
import dev.fk.core.dialect.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts rows into their tables, referenced ones first; those that need each other at once. */
final class Insertion {
    private final Stage stage;
    private final ProbeRules rules;
    private final Set<ProbeRow> done = new HashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    Insertion(Stage stage, ProbeRules rules) {
        this.stage = stage;
        this.rules = rules;
    }

    /** What was consumed for good. */
    Set<String> remarks() {
        return remarks;
    }

    /** What the server says if it takes one of the rows not. */
    Optional<SQLException> of(List<ProbeRow> rows) throws SQLException {
        Set<ProbeRow> left = new LinkedHashSet<>(rows);
        left.removeAll(done);
        while (!left.isEmpty()) {
            List<ProbeRow> next = next(left);
            Optional<SQLException> refused = next.size() == 1 ? one(next.get(0)) : together(next);
            if (refused.isPresent()) {
                return refused;
            }
            done.addAll(next);
            next.forEach(left::remove);
        }
        return Optional.empty();
    }

    /** A row, or several that need each other, that needs none of the others that are left. */
    private static List<ProbeRow> next(Set<ProbeRow> left) {
        for (ProbeRow row : left) {
            Set<ProbeRow> needed = needed(row);
            needed.retainAll(left);
            if (needed.stream().allMatch(n -> needed(n).contains(row))) {
                needed.add(row);
                return List.copyOf(needed);
            }
        }
        throw new IllegalStateException("rows that need each other form no group");
    }

    /** What a row references, directly or not; itself if it does. */
    static Set<ProbeRow> needed(ProbeRow row) {
        Set<ProbeRow> needed = new LinkedHashSet<>();
        List<ProbeRow> open = new ArrayList<>(List.of(row));
        while (!open.isEmpty()) {
            for (ProbeRow parent : open.remove(open.size() - 1).parents().values()) {
                if (needed.add(parent.root())) {
                    open.add(parent.root());
                }
            }
        }
        return needed;
    }

    private Optional<SQLException> one(ProbeRow row) throws SQLException {
        Optional<SQLException> refused = stage.attempt(rules.insert(row.table(), row.values()));
        if (refused.isEmpty() && row.counted().isPresent()) {
            String column = row.counted().get();
            String number = stage.ask(rules.lastNumber().text()).get(0).orElseThrow();
            row.cell(column).orElseThrow().is(number);
            remarks.add(
                    "numbers of " + row.table().name() + "." + column + " were used up, which no rollback brings back");
        }
        return refused;
    }

    private Optional<SQLException> together(List<ProbeRow> rows) throws SQLException {
        ProbeRules.Group group = rules.together(
                rows.stream().map(r -> rules.insert(r.table(), r.values())).toList());
        try {
            for (Sql sql : group.statements()) {
                Optional<SQLException> refused = stage.attempt(sql);
                if (refused.isPresent()) {
                    return refused;
                }
            }
            return Optional.empty();
        } finally {
            for (Sql sql : group.afterwards()) {
                stage.attempt(sql);
            }
        }
    }
}
