package dev.fk.core.odd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.generate.ModelWriter;
import dev.fk.core.plan.Plan;
import dev.fk.core.source.ModelSource;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.Compiled;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.RandomSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tables made by hand, as odd as they come: the models that fk writes of them compile, and are no difference. */
@OnPostgres
class WrittenModelsTest {
    private static final int TABLES = Integer.getInteger("fk.random.tables", 6);
    private static final int FAILURES = 3;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> models_of_odd_tables_are_no_difference(PostgresServer postgres) {
        long first = RandomSchemas.seed();
        return EachServer.all(postgres)
                .map(server -> server.test("written", fresh -> {
                    Place place = new Place(Database.of(fresh.dataSource()), server, postgres.majorVersion());
                    List<String> failures = new ArrayList<>();
                    int written = 0;
                    try (Compiled compiler = new Compiled(folder)) {
                        for (long seed = first; seed < first + TABLES && failures.size() < FAILURES; seed++) {
                            OddTable odd = place.table(seed);
                            if (place.make(odd) && !isAnother(odd, place)) {
                                written++;
                                String wrong = check(place.database(), compiler);
                                if (!wrong.isEmpty()) {
                                    failures.add("\n-Dfk.random.seed=" + seed + " -Dfk.random.tables=1 on " + server
                                            + "\n" + odd + "\n" + wrong);
                                }
                            }
                        }
                    }
                    System.out.printf("models written on %s: %d, -Dfk.random.seed=%d%n", server, written, first);
                    assertThat(failures).isEmpty();
                }));
    }

    /** What models would have otherwise is told in a comment. */
    private static boolean isAnother(OddTable odd, Place place) {
        return place.database().read().schema().tables().values().stream()
                .filter(t -> t.name().name().equals(odd.name()))
                .allMatch(t -> new Description(t).isAnother());
    }

    private static String check(Database database, Compiled compiler) {
        String source = ModelWriter.of("", "OddModels").write(database);
        try {
            Plan plan = Sync.alter()
                    .plan(compiler.make("OddModels", source, ModelSource.class).models(), database);
            return plan.isEmpty() ? "" : source + plan.render();
        } catch (RuntimeException e) {
            return source + e;
        }
    }
}
