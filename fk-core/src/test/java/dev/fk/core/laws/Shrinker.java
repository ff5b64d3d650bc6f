package dev.fk.core.laws;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.Repair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes a pair of schemas that breaks a law as small as it gets within a time: takes out of both, or of one. */
final class Shrinker {
    private final Arena arena;
    private final Optional<Long> rows;
    private final Instant end;
    private final String signature;

    /** A pair that breaks a law, and how. */
    record Broken(Schema from, Schema to, LawBroken how) {}

    Shrinker(Arena arena, Optional<Long> rows, Duration time, LawBroken how) {
        this.signature = how.signature();
        this.arena = arena;
        this.rows = rows;
        this.end = Instant.now().plus(time);
    }

    /** The first pair of neighbours that breaks a law without those before it, made small; empty if none does. */
    Optional<Broken> shrink(List<Schema> chain) {
        List<Schema> all = new ArrayList<>(List.of(Schema.empty()));
        all.addAll(chain);
        for (int i = 0; i + 1 < all.size(); i++) {
            Optional<Broken> broken = broken(all.get(i), all.get(i + 1));
            if (broken.isPresent()) {
                return Optional.of(smaller(broken.get()));
            }
        }
        return Optional.empty();
    }

    private Broken smaller(Broken start) {
        Broken smallest = start;
        for (boolean progress = true; progress; ) {
            progress = false;
            for (UnaryOperator<Schema> cut : cuts(smallest)) {
                if (Instant.now().isAfter(end)) {
                    return smallest;
                }
                Optional<Broken> both = broken(smallest, cut, cut);
                Optional<Broken> cutFrom = both.isPresent() ? both : broken(smallest, cut, s -> s);
                Optional<Broken> found = cutFrom.isPresent() ? cutFrom : broken(smallest, s -> s, cut);
                if (found.isPresent()) {
                    smallest = found.get();
                    progress = true;
                }
            }
        }
        return smallest;
    }

    private Optional<Broken> broken(Broken pair, UnaryOperator<Schema> from, UnaryOperator<Schema> to) {
        Schema a = Repair.of(from.apply(pair.from()));
        Schema b = Repair.of(to.apply(pair.to()));
        boolean same = a.equals(pair.from()) && b.equals(pair.to());
        return same || !Chain.taken(a, arena.database()) || !Chain.taken(b, arena.database())
                ? Optional.empty()
                : broken(a, b);
    }

    private Optional<Broken> broken(Schema from, Schema to) {
        arena.clear();
        try {
            new Chain(from.equals(Schema.empty()) ? List.of(to) : List.of(from, to), rows).walk(arena, new Kinds());
            return Optional.empty();
        } catch (LawBroken how) {
            return how.signature().equals(signature) ? Optional.of(new Broken(from, to, how)) : Optional.empty();
        } finally {
            arena.clear();
        }
    }

    private static List<UnaryOperator<Schema>> cuts(Broken pair) {
        List<UnaryOperator<Schema>> cuts = new ArrayList<>();
        Set<QualifiedName> tables = new TreeSet<>(pair.from().tables().keySet());
        tables.addAll(pair.to().tables().keySet());
        tables.forEach(t -> cuts.add(s -> s.without(t)));
        Set<QualifiedName> enums = new TreeSet<>(pair.from().enums().keySet());
        enums.addAll(pair.to().enums().keySet());
        enums.forEach(e -> cuts.add(s -> s.withoutEnum(e)));
        for (Schema side : List.of(pair.from(), pair.to())) {
            for (Table table : side.tables().values()) {
                parts(table)
                        .forEach(cut -> cuts.add(s -> s.table(table.name())
                                .map(t -> s.with(cut.apply(t)))
                                .orElse(s)));
            }
        }
        return cuts;
    }

    private static List<UnaryOperator<Table>> parts(Table table) {
        List<UnaryOperator<Table>> cuts = new ArrayList<>();
        table.constraints().forEach(c -> cuts.add(t -> without(t, c)));
        for (Column column : table.columns()) {
            cuts.add(t -> columns(t, c -> c.name().equals(column.name()) ? Optional.empty() : Optional.of(c)));
            cuts.add(plain(column, c -> c.withComment(Optional.empty())));
            cuts.add(plain(column, c -> c.withOptions(Options.none())));
            cuts.add(plain(column, c -> c.withCollation(Optional.empty())));
            cuts.add(plain(column, c -> c.withGeneration(Generation.none())));
            cuts.add(plain(column, c -> c.withNullable(true)));
        }
        cuts.add(t -> t.withComment(Optional.empty()).withOptions(Options.none()));
        return cuts;
    }

    private static UnaryOperator<Table> plain(Column column, UnaryOperator<Column> change) {
        return t -> columns(t, c -> Optional.of(c.name().equals(column.name()) ? change.apply(c) : c));
    }

    private static Table columns(Table table, Function<Column, Optional<Column>> change) {
        return table.withColumns(
                table.columns().stream().flatMap(c -> change.apply(c).stream()).toList());
    }

    private static Table without(Table table, Constraint gone) {
        return table.withPrimaryKey(table.primaryKey().filter(k -> !same(k, gone)))
                .withUniqueKeys(
                        table.uniqueKeys().stream().filter(k -> !same(k, gone)).toList())
                .withForeignKeys(
                        table.foreignKeys().stream().filter(k -> !same(k, gone)).toList())
                .withChecks(table.checks().stream().filter(k -> !same(k, gone)).toList())
                .withExclusions(
                        table.exclusions().stream().filter(k -> !same(k, gone)).toList())
                .withIndexes(
                        table.indexes().stream().filter(k -> !same(k, gone)).toList());
    }

    /** On both sides what has the same name, or else is the same. */
    private static boolean same(Constraint one, Constraint other) {
        return one.getClass().equals(other.getClass())
                && (one.name().isPresent() ? one.name().equals(other.name()) : one.equals(other));
    }
}
