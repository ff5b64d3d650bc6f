package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.SchemaFingerprint;
import dev.fk.core.generate.AssertionWriter;
import dev.fk.core.model.Models;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Sync;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Forty tables, two hundred single faults: what notices them. Both ways of holding a schema are asked, the models and the
 * class of assertions that is written from the live schema; each fault is planted on the server, looked for, and taken back.
 */
final class PlantedFaults {
    private static final int COUNT = Integer.getInteger("fk.faults", 200);
    private static final long SEED = Long.getLong("fk.random.seed", 20_240_206);
    private static final String CLASS = "FortySchemaTest";

    private final Engine engine;

    PlantedFaults(Engine engine) {
        this.engine = engine;
    }

    /** Plants all, and fails if one is not found, or something that was not planted is. */
    void run() throws Exception {
        engine.server().fresh((database, url) -> new Run(database, url).all());
    }

    /** Why models see nothing of it; empty if they should. */
    private static Optional<String> outOfSight(Fault fault, Models models, Database database, CanonicalSchema sick) {
        boolean declared = models.schema().table(fault.table()).isPresent();
        if (!declared) {
            return Optional.of("no model declares the table, and those tables are left alone");
        }
        boolean unnamed = models.schema().table(fault.table()).orElseThrow().foreignKeys().stream()
                .allMatch(f -> f.name().isEmpty());
        if (fault.kind().equals("rename a foreign key") && unnamed) {
            return Optional.of("the models give the foreign key no name, so that any will do");
        }
        Table wanted = database.canonical(models.schema())
                .schema()
                .table(fault.table())
                .orElseThrow();
        boolean displaced = fault.changes().get(0) instanceof Change.AddIndex added
                && count(wanted, added.index()) == 1
                && count(sick.schema().table(fault.table()).orElseThrow(), added.index()) == 1;
        return displaced
                ? Optional.of(
                        "InnoDB drops its own index for a foreign key where there is another, and models give that"
                                + " index no name")
                : Optional.empty();
    }

    /** How many indexes a table has on the same columns, whatever they are called. */
    private static long count(Table table, Index index) {
        return table.indexes().stream()
                .filter(i -> i.parts().equals(index.parts()))
                .count();
    }

    private final class Run {
        private final Database database;
        private final Models models = new Forty(engine.collation()).models();
        private final GeneratedClass generated;
        private final CanonicalSchema healthy;
        private final List<String> missedByModels = new ArrayList<>();
        private final Map<String, List<String>> outOfSight = new TreeMap<>();
        private final List<String> missedByClass = new ArrayList<>();
        private int byFingerprintAlone;

        Run(Database database, String url) throws Exception {
            this.database = database;
            Sync.create().run(models, database);
            TestServer.execute(database, engine.computedTable());
            healthy = database.read();
            String source = AssertionWriter.of("", CLASS).write(database);
            generated = GeneratedClass.of(source, CLASS, url);
        }

        void all() throws Exception {
            assertThat(healthy.schema().tables()).hasSize(41);
            assertNoFalseAlarm();
            Faults faults = Faults.in(healthy.schema(), database);
            List<Fault> chosen = faults.choice(COUNT, SEED);
            for (Fault fault : chosen) {
                plant(fault);
            }
            assertNoFalseAlarm();
            report(chosen.size(), faults.kinds());
            assertThat(missedByClass).isEmpty();
            assertThat(missedByModels).isEmpty();
            assertThat(chosen).hasSize(COUNT);
        }

        private void assertNoFalseAlarm() throws Exception {
            assertThat(schema(database)).isInSyncWith(models);
            assertThat(generated.tests()).hasSize(42);
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
        }

        private void plant(Fault fault) throws Exception {
            run(fault.plant(), healthy);
            CanonicalSchema sick = database.read();
            try {
                assertThat(SchemaFingerprint.of(sick.schema()))
                        .as("%s on %s", fault, database.server())
                        .isNotEqualTo(SchemaFingerprint.of(healthy.schema()));
                look(fault, sick);
            } finally {
                takeBack(fault);
            }
        }

        /** In two steps where InnoDB has renamed, dropped or kept an index of its own for a foreign key. */
        private void takeBack(Fault fault) {
            for (int step = 1; !isHealthy(); step++) {
                assertThat(step)
                        .as("left over by %s on %s", fault, database.server())
                        .isLessThan(4);
                CanonicalSchema sick = database.read();
                run(Differ.diff(sick, healthy), sick);
            }
        }

        private boolean isHealthy() {
            return SchemaFingerprint.of(database.read().schema()).equals(SchemaFingerprint.of(healthy.schema()));
        }

        private void run(ChangeSet changes, CanonicalSchema from) {
            database.run(database.plan(changes, from));
        }

        private void look(Fault fault, CanonicalSchema sick) throws Exception {
            boolean found = catchThrowableOfType(AssertionError.class, () -> assertThat(schema(database))
                            .isInSyncWith(models))
                    != null;
            Optional<String> reason = outOfSight(fault, models, database, sick);
            if (reason.isPresent()) {
                outOfSight.computeIfAbsent(reason.get(), r -> new ArrayList<>()).add(fault.toString());
            }
            if (found == reason.isPresent()) {
                missedByModels.add(found ? "found although out of sight: " + fault : fault.toString());
            }
            Optional<AssertionError> failure = byClass(fault);
            if (failure.isEmpty()) {
                missedByClass.add(fault.toString());
            } else if (failure.get().getMessage().contains("to be as it was")) {
                byFingerprintAlone++;
            }
        }

        private Optional<AssertionError> byClass(Fault fault) throws Exception {
            String own = fault.table().name();
            Optional<AssertionError> failure = generated.tests().contains(own) ? generated.run(own) : Optional.empty();
            return failure.isPresent() ? failure : generated.run("tables_and_types");
        }

        private void report(int planted, long kinds) {
            int hidden = outOfSight.values().stream().mapToInt(List::size).sum();
            System.out.println(planted + " faults of " + kinds + " kinds in 41 tables on " + database.server()
                    + " (seed " + SEED + "): isInSyncWith found " + (planted - hidden - missedByModels.size())
                    + " and missed " + missedByModels.size() + ", " + hidden
                    + " are out of its sight; the generated class found " + (planted - missedByClass.size())
                    + " (" + byFingerprintAlone + " by a fingerprint alone) and missed " + missedByClass.size()
                    + "; no false alarm");
            outOfSight.forEach((reason, faults) -> {
                System.out.println("  out of sight, because " + reason + ":");
                faults.forEach(f -> System.out.println("    " + f));
            });
            missedByModels.forEach(f -> System.out.println("  missed by isInSyncWith: " + f));
            missedByClass.forEach(f -> System.out.println("  missed by the generated class: " + f));
        }
    }
}
