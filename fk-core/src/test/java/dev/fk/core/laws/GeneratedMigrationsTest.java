package dev.fk.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.generate.DifferenceWriter;
import dev.fk.core.generate.MigrationClass;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.sync.Rewording;
import dev.fk.core.testing.Compiled;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.MySqlVocabulary;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.PostgresVocabulary;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.SchemaText;
import dev.fk.core.testing.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A migration written from a difference compiles, reaches the other schema with nothing left to do, and its undo comes back
 * to the first: for random pairs of schemas.
 */
@OnPostgres
class GeneratedMigrationsTest {
    private static final int PAIRS = Integer.getInteger("fk.random.pairs", 10);
    private static final int LINKS = 5;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> any_difference_becomes_a_migration_and_comes_back(PostgresServer postgres) {
        long seed = RandomSchemas.seed();
        return EachServer.all(postgres)
                .map(server -> server.test("generated", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    AtomicInteger pairs = new AtomicInteger();
                    try (Compiled compiler = new Compiled(folder)) {
                        for (long chain = seed; pairs.get() < PAIRS; chain++) {
                            walk(chain, database, vocabulary(database, postgres), compiler, pairs);
                        }
                    }
                    System.out.printf("generated on %s: %d pairs, -Dfk.random.seed=%d%n", server, pairs.get(), seed);
                }));
    }

    private static Vocabulary vocabulary(Database database, PostgresServer postgres) {
        return switch (database.server().product()) {
            case "PostgreSQL" -> PostgresVocabulary.get(postgres.majorVersion());
            default -> MySqlVocabulary.get(database.server().product().equals("MariaDB"));
        };
    }

    private static void walk(
            long seed, Database database, Vocabulary vocabulary, Compiled compiler, AtomicInteger pairs) {
        List<Schema> schemas = Chain.of(seed, LINKS, database, vocabulary).schemas();
        for (Schema random : schemas) {
            Schema wish = withoutUnusedEnums(random);
            CanonicalSchema from = read(database);
            CanonicalSchema wanted = database.canonical(wish);
            ChangeSet changes = differences(database, from, wanted);
            if (!changes.isEmpty()) {
                pairs.incrementAndGet();
                String replay = "Replay with -Dfk.random.seed=" + seed + " -Dfk.random.pairs=1\n";
                verify(replay, database, from, wanted, changes, compiler);
            }
        }
    }

    /** A type that no column has belongs to no model. */
    private static Schema withoutUnusedEnums(Schema schema) {
        Schema used = schema;
        for (QualifiedName type : schema.enums().keySet()) {
            boolean isUsed = schema.tables().values().stream()
                    .flatMap(t -> t.columns().stream())
                    .map(Column::type)
                    .map(t -> t instanceof DataType.Array array ? array.element() : t)
                    .anyMatch(new DataType.Named(type)::equals);
            used = isUsed ? used : used.withoutEnum(type);
        }
        return used;
    }

    private static void verify(
            String replay,
            Database database,
            CanonicalSchema from,
            CanonicalSchema wanted,
            ChangeSet changes,
            Compiled compiler) {
        MigrationClass written = new DifferenceWriter(from.schema(), database::canonical, database.dialect()::parents)
                .write("generated", "Generated", "20240101000000-generated", changes, List.of());
        String about = replay + SchemaText.of(from.schema()) + "\nchanges:\n" + changes + "\n" + written.source();
        try {
            Migrator migrator = Migrator.of(compiler.make("generated.Generated", written.source(), Migration.class));
            migrator.up(database);
            assertThat(differences(database, read(database), wanted).toString())
                    .as("left to do")
                    .isEmpty();
            migrator.undo(database);
            assertThat(Differ.diff(read(database), from).toString())
                    .as("left by undo")
                    .isEmpty();
            migrator.up(database);
            assertThat(differences(database, read(database), wanted).toString())
                    .as("left to do when it runs again")
                    .isEmpty();
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(about + "\n" + failed.getMessage(), failed);
        }
        database.execute(new Sql("DROP TABLE fk_migrations"));
        database.execute(new Sql("DROP TABLE fk_migration_journal"));
    }

    private static CanonicalSchema read(Database database) {
        CanonicalSchema all = database.read();
        return all.restrictedTo(
                all.schema().tables().values().stream()
                        .filter(t -> !t.name().name().startsWith("fk_migration"))
                        .toList(),
                all.schema().enums().values());
    }

    private static ChangeSet differences(Database database, CanonicalSchema from, CanonicalSchema to) {
        ChangeSet changes = Differ.diff(from, to);
        Set<QualifiedName> tables = Rewording.tables(changes);
        return tables.isEmpty() ? changes : Differ.diff(from, database.normalize(to, tables));
    }
}
