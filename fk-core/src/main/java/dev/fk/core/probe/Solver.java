package dev.fk.core.probe;

import dev.fk.core.dialect.ProbeRules;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives unknown values their literals. Which combination of candidates satisfies the checks, the server says itself, in one
 * query for each group of values that conditions tie together: nothing here knows what an expression means.
 */
final class Solver {
    private final Situation situation;
    private final Stage stage;
    private final Map<Unknown, List<String>> candidates = new LinkedHashMap<>();
    private final Map<Unknown, String> aliases = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final Set<Unknown> constrained = new LinkedHashSet<>();
    private final Omissions omissions;

    /** A condition in terms of the aliases of unknown values. */
    private record Condition(String sql, Set<Unknown> unknowns) {}

    Solver(Situation situation, Stage stage, RowGraph graph) {
        this.situation = situation;
        this.stage = stage;
        this.omissions = new Omissions(graph);
    }

    /** Why there is no solution, or nothing if every value is known now. */
    Optional<String> solve(RowGraph graph, int attempt) throws SQLException {
        List<ProbeRow> rows = new ArrayList<>(graph.rows());
        graph.moved().ifPresent(rows::add);
        graph.followed().ifPresent(rows::add);
        int number = 1 + 53 * attempt;
        for (ProbeRow row : rows) {
            for (String column : row.columns()) {
                Unknown unknown = row.cell(column).orElseThrow();
                if (!candidates.containsKey(unknown) && !unknown.isCounted()) {
                    candidates.put(unknown, candidates(unknown, number++, attempt));
                    aliases.put(unknown, "u" + aliases.size());
                    if (literals(unknown).isEmpty()) {
                        return Optional.of("fk knows no value of type "
                                + row.column(column).type().describe() + " for "
                                + row.table().name() + "." + column);
                    }
                }
            }
        }
        rows.forEach(this::check);
        for (int i = 0; i < rows.size(); i++) {
            keepApart(rows, i, graph);
        }
        for (Set<Unknown> group : groups()) {
            Optional<String> unsolvable = choose(group);
            if (unsolvable.isPresent()) {
                return unsolvable;
            }
        }
        candidates.forEach((unknown, values) -> {
            if (unknown.literal().isEmpty()) {
                unknown.is(values.get(0));
            }
        });
        return Optional.empty();
    }

    private List<String> candidates(Unknown unknown, int number, int attempt) {
        if (unknown.literal().isPresent()) {
            return List.of(unknown.literal().get());
        }
        List<String> said = unknown.places().stream()
                .flatMap(p -> situation.said(p.row().table(), p.column()).stream())
                .distinct()
                .toList();
        Candidates values = new Candidates(situation, number, attempt % Experiment.ATTEMPTS, said);
        List<String> all = new ArrayList<>();
        boolean counted =
                unknown.places().stream().anyMatch(p -> p.column().generation() instanceof Generation.AutoIncrement);
        boolean wouldCount =
                unknown.places().stream().anyMatch(p -> situation.rules().movesCounter(p.column()));
        if (counted) {
            // Zero asks an INSERT for the next number, but not an UPDATE: nobody counted has it.
            all.addAll(wouldCount ? List.of("0") : values.belowZero(narrowest(unknown)));
        }
        if (unknown.mayBeNull()) {
            all.add("NULL");
        }
        if (!counted || (!wouldCount && !said.isEmpty())) {
            all.addAll(narrowest(unknown).accept(values));
        }
        return all;
    }

    private DataType narrowest(Unknown unknown) {
        return unknown.places().stream()
                .map(p -> situation.type(p.column()))
                .min(Comparator.comparingLong(Candidates::capacity))
                .orElseThrow();
    }

    private void check(ProbeRow row) {
        for (String condition : situation.conditions(row.table())) {
            add(row, condition);
        }
        for (String name : row.columns()) {
            Column column = row.column(name);
            String quoted = situation.rows().quote(name);
            for (String condition :
                    situation.domain(column).map(ProbeRules.Domain::conditions).orElse(List.of())) {
                add(
                        row,
                        situation
                                .words()
                                .replace(
                                        condition,
                                        w -> w.equalsIgnoreCase("value") ? Optional.of(quoted) : Optional.empty()));
            }
        }
    }

    /** Conditions on values that the row leaves to the server are for the server to judge. */
    private void add(ProbeRow row, String condition) {
        Set<Unknown> mentioned = new LinkedHashSet<>();
        boolean[] open = {false};
        String sql = situation.words().replace(condition, word -> {
            if (row.table().column(word).isEmpty()) {
                return Optional.empty();
            }
            if (row.isNull(word)) {
                return Optional.of("NULL");
            }
            Optional<Unknown> unknown = row.cell(word).filter(candidates::containsKey);
            open[0] |= unknown.isEmpty();
            unknown.ifPresent(mentioned::add);
            return unknown.map(u -> omissions.perhaps(row, word, u, aliases.get(u) + ".x"));
        });
        if (!open[0] && !mentioned.isEmpty()) {
            conditions.add(new Condition("(" + sql + ") IS NOT FALSE", mentioned));
            constrained.addAll(mentioned);
        }
    }

    /** No key twice, neither among the probe rows nor with a row that is there, where that takes more than another number. */
    private void keepApart(List<ProbeRow> rows, int index, RowGraph graph) {
        ProbeRow row = rows.get(index);
        boolean follower = graph.followed().filter(f -> f == row).isPresent();
        for (List<String> key : UniqueColumns.keys(row.table())) {
            List<Unknown> own = unknowns(row, key);
            if (own.isEmpty() || own.stream().noneMatch(this::isScarce)) {
                continue;
            }
            for (ProbeRow other : follower ? List.<ProbeRow>of() : rows.subList(0, index)) {
                List<Unknown> theirs = unknowns(other, key);
                if (other.table().equals(row.table()) && !theirs.isEmpty() && !theirs.equals(own)) {
                    differ(own, theirs);
                }
            }
            if (!follower) {
                conditions.add(new Condition(notThere(row, key, own), new LinkedHashSet<>(own)));
            }
        }
    }

    private boolean isScarce(Unknown unknown) {
        return constrained.contains(unknown) || Candidates.hasFewValues(narrowest(unknown));
    }

    private List<Unknown> unknowns(ProbeRow row, List<String> columns) {
        List<Unknown> unknowns = columns.stream()
                .flatMap(c -> row.cell(c).filter(candidates::containsKey).stream())
                .toList();
        return unknowns.size() == columns.size() ? unknowns : List.of();
    }

    private void differ(List<Unknown> own, List<Unknown> theirs) {
        List<String> pairs = new ArrayList<>();
        Set<Unknown> both = new LinkedHashSet<>();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i) != theirs.get(i)) {
                pairs.add(aliases.get(own.get(i)) + ".x = " + aliases.get(theirs.get(i)) + ".x");
                both.addAll(List.of(own.get(i), theirs.get(i)));
            }
        }
        conditions.add(new Condition("(" + String.join(" AND ", pairs) + ") IS NOT TRUE", both));
    }

    private String notThere(ProbeRow row, List<String> key, List<Unknown> own) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            pairs.add("there." + situation.rows().quote(key.get(i)) + " = " + aliases.get(own.get(i)) + ".x");
        }
        return "NOT EXISTS (SELECT 1 FROM " + situation.rows().quote(row.table().name()) + " there WHERE "
                + String.join(" AND ", pairs) + ")";
    }

    /** The unknown values that conditions tie together. */
    private List<Set<Unknown>> groups() {
        List<Set<Unknown>> groups = new ArrayList<>();
        for (Condition condition : conditions) {
            Set<Unknown> joined = new LinkedHashSet<>(condition.unknowns());
            groups.removeIf(group -> {
                boolean shared = group.stream().anyMatch(condition.unknowns()::contains);
                if (shared) {
                    joined.addAll(group);
                }
                return shared;
            });
            groups.add(joined);
        }
        return groups;
    }

    private Optional<String> choose(Set<Unknown> group) throws SQLException {
        List<Unknown> unknowns = List.copyOf(group);
        List<Omissions.Omission> omitted = omissions.of(group);
        Trials trials = Trials.of(unknowns.stream().map(this::trials).toList(), omitted.size());
        List<Condition> own =
                conditions.stream().filter(c -> group.containsAll(c.unknowns())).toList();
        List<String> places = Stream.concat(
                        unknowns.stream().map(aliases::get), omitted.stream().map(Omissions.Omission::alias))
                .map(a -> a + ".n")
                .toList();
        String query = "SELECT " + String.join(", ", places) + " FROM "
                + Stream.concat(
                                unknowns.stream().map(u -> values(u, trials.most(this.trials(u)))),
                                IntStream.range(0, omitted.size())
                                        .mapToObj(i -> omitted.get(i).values(Trials.isOpen(i))))
                        .collect(Collectors.joining(" CROSS JOIN "))
                + " WHERE " + places.stream().map(n -> n + " >= 0 AND ").collect(Collectors.joining())
                + own.stream().map(Condition::sql).collect(Collectors.joining(" AND ")) + " ORDER BY "
                + String.join(" + ", places) + " LIMIT 1";
        List<Optional<String>> found = stage.ask(query);
        if (found.isEmpty()) {
            return Optional.of("fk found no values for " + places(group) + " that satisfy "
                    + said(group).stream().distinct().collect(Collectors.joining(" and ")));
        }
        for (int i = 0; i < found.size(); i++) {
            int index = Integer.parseInt(found.get(i).orElseThrow());
            if (i < unknowns.size()) {
                unknowns.get(i).is(literals(unknowns.get(i)).get(index));
            } else if (index == Omissions.OMITTED) {
                omitted.get(i - unknowns.size()).takePlace();
            }
        }
        return Optional.empty();
    }

    private List<String> literals(Unknown unknown) {
        return candidates.getOrDefault(unknown, List.of());
    }

    /** All that there are, where there are few. */
    private Trials.Wanted trials(Unknown unknown) {
        return new Trials.Wanted(literals(unknown).size(), Candidates.hasFewValues(narrowest(unknown)));
    }

    /** The first branch has no rows; it gives the values the type that they will have. */
    private String values(Unknown unknown, int most) {
        Unknown.Place place = unknown.places().get(0);
        StringBuilder union = new StringBuilder(
                "(SELECT -1 AS n, " + situation.rows().quote(place.column().name()) + " AS x FROM "
                        + situation.rows().quote(place.row().table().name()) + " WHERE 1 = 0");
        List<String> values = literals(unknown);
        for (int i = 0; i < Math.min(most, values.size()); i++) {
            union.append(" UNION ALL SELECT ").append(i).append(", ").append(values.get(i));
        }
        return union.append(") ").append(aliases.get(unknown)).toString();
    }

    private static String places(Set<Unknown> group) {
        return group.stream()
                .flatMap(u -> u.places().stream())
                .map(p -> p.row().table().name() + "." + p.column().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<String> said(Set<Unknown> group) {
        List<String> said = group.stream()
                .flatMap(u -> u.places().stream())
                .flatMap(p -> situation.said(p.row().table(), p.column()).stream())
                .toList();
        return said.isEmpty() ? List.of("the unique keys beside the rows that are there") : said;
    }
}
