package dev.fk.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.diff.Differ;
import dev.fk.core.probe.Behaviour;
import dev.fk.core.probe.Observation;
import dev.fk.core.probe.ProbeException;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.Edits;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.SchemaText;
import dev.fk.core.testing.Vocabulary;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What probe rows show is what the catalog's actions come to on the server, for every foreign key of many random schemas,
 * and no row is left. A foreign key for which no probe row is found is counted and listed with the reason.
 */
public final class Proofs {
    private static final int SCHEMAS = 40;
    private static final int TABLES = 6;
    private static final int MANY_EDITS = 12;
    /**
     * One in so many may be without probe rows. In 200 schemas it is one in a hundred, but those of which no row can be
     * deleted, or exist, come many at a time: a table that has to reference itself has several foreign keys.
     */
    private static final int AT_MOST_ONE_IN = 10;

    private final String server;
    private final Vocabulary vocabulary;
    private final ExpectedBehaviour expected;
    private final int schemas;
    private final Map<Behaviour, Integer> seen = new EnumMap<>(Behaviour.class);
    private final Map<String, Integer> unproven = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int proofs;
    private int rows;
    private int orphans;
    private int entangled;
    private Duration spent = Duration.ZERO;

    /**
     * @param family whether it is MySQL or MariaDB, where a foreign key of a table to itself refuses every update
     * @param orphansBesideNull whether the server is one that takes some rows that reference nothing
     */
    public Proofs(
            String server,
            Vocabulary vocabulary,
            Database database,
            boolean family,
            boolean orphansBesideNull,
            int oneIn) {
        this.server = server;
        this.vocabulary = vocabulary;
        this.expected = new ExpectedBehaviour(
                database.dialect().capabilities(database.server().version()), family, orphansBesideNull);
        this.schemas = Integer.getInteger("fk.random.proofs", SCHEMAS / oneIn);
    }

    public void hold(Arena arena) throws SQLException {
        long first = RandomSchemas.seed();
        int done = 0;
        for (long seed = first; done < schemas; seed++) {
            Schema schema = schema(seed, arena.database());
            if (schema.tables().values().stream().anyMatch(t -> !t.foreignKeys().isEmpty())) {
                arena.clear();
                one(arena, seed, schema);
                done++;
            }
        }
        report(first);
    }

    private Schema schema(long seed, Database database) {
        Random random = new Random(seed);
        RandomSchemas random1 = new RandomSchemas(random.nextLong(), vocabulary);
        Schema start = random1.schema(TABLES);
        if (!Chain.taken(start, database)) {
            return Schema.empty();
        }
        return new Edits(random, vocabulary).edited(start, random.nextInt(MANY_EDITS), s -> Chain.taken(s, database));
    }

    private void one(Arena arena, long seed, Schema schema) throws SQLException {
        Database database = arena.database();
        CanonicalSchema empty = database.read();
        database.run(database.plan(Differ.diff(empty, database.canonical(schema)), empty));
        CanonicalSchema there = database.read();
        Rows data = new Rows(arena.connection(), new Random(seed));
        rows += seed % 2 == 0 ? data.fill(there) : 0;
        Map<QualifiedName, List<Map<String, String>>> before = data.read(there);
        Prober prober = Prober.of(database, there);
        String which = "-Dfk.random.seed=" + seed + " -Dfk.random.proofs=1 on " + server + ": ";
        for (Table table : there.schema().tables().values()) {
            for (ForeignKey key : table.foreignKeys()) {
                String what = which + table.name() + " " + key + "\n";
                proveEnforced(prober, table, key, what, there);
                prove("ON DELETE", prober::deleting, expected.onDelete(table, key), table, key, what, there);
                prove("ON UPDATE", prober::updating, expected.onUpdate(table, key), table, key, what, there);
            }
        }
        Map<QualifiedName, List<Map<String, String>>> after = data.read(there);
        if (!after.equals(before)) {
            wrong.add(which + "rows were left: before " + before + "\nafter " + after);
        }
    }

    private void proveEnforced(Prober prober, Table table, ForeignKey key, String what, CanonicalSchema there) {
        long start = System.nanoTime();
        try {
            boolean refused = prober.enforced(table.name(), key).refused();
            count(start);
            boolean excused = !refused && expected.mayTakeOrphans(table, key);
            orphans += excused ? 1 : 0;
            if (!excused && refused == (key.enforcement() == Enforcement.NOT_ENFORCED)) {
                wrong.add(what + "refused: " + refused + "\n" + SchemaText.of(there.schema()));
            }
        } catch (ProbeException none) {
            count(start);
            unproven.merge(what + none.getMessage(), 1, Integer::sum);
        } catch (DatabaseException e) {
            wrong.add(what + e + " " + e.getCause());
        }
    }

    private void prove(
            String event,
            BiFunction<QualifiedName, ForeignKey, Observation> proof,
            Behaviour behaviour,
            Table table,
            ForeignKey key,
            String what,
            CanonicalSchema there) {
        long start = System.nanoTime();
        try {
            Observation observation = proof.apply(table.name(), key);
            count(start);
            seen.merge(observation.behaviour(), 1, Integer::sum);
            boolean differs = observation.behaviour() != behaviour;
            if (differs && ExpectedBehaviour.isEntangled(table, key)) {
                entangled++;
            } else if (differs) {
                wrong.add(what + event + " should be " + behaviour + ", but " + observation.behaviour() + "\n"
                        + String.join("\n", observation.statements()) + "\n" + observation.message() + "\n"
                        + SchemaText.of(there.schema()));
            }
        } catch (ProbeException none) {
            count(start);
            unproven.merge(what + event + ": " + none.getMessage(), 1, Integer::sum);
        } catch (DatabaseException e) {
            wrong.add(what + e + " " + e.getCause());
        }
    }

    private void count(long start) {
        proofs++;
        spent = spent.plusNanos(System.nanoTime() - start);
    }

    private void report(long first) {
        System.out.printf(
                "proofs on %s: %d schemas, %d proofs beside %d rows, -Dfk.random.seed=%d, %.1f s, %.1f ms per proof, seen %s,"
                        + " without probe rows %d, entangled with another foreign key %d, orphans taken %d%n",
                server,
                schemas,
                proofs,
                rows,
                first,
                spent.toMillis() / 1000.0,
                spent.toMillis() / (double) Math.max(1, proofs),
                seen,
                unproven.size(),
                entangled,
                orphans);
        unproven.keySet().forEach(why -> System.out.println("  no probe row: " + why.replace("\n", " ")));
        assertThat(wrong).as("on %s", server).isEmpty();
        assertThat(proofs).isPositive();
        assertThat(unproven.size())
                .as("foreign keys without probe rows among %d proofs", proofs)
                .isLessThanOrEqualTo(Math.max(12, proofs / AT_MOST_ONE_IN));
    }
}
