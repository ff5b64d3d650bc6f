package dev.fk.core.laws;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.plan.Preflight;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.Edits;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.Vocabulary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Schemas that one database becomes in turn, from nothing to nothing. The same seed gives the same ones. */
record Chain(List<Schema> schemas, Optional<Long> rows) {
    private static final int ATTEMPTS = 20;
    private static final int SMALL = 3;
    private static final int LARGE = 7;
    private static final int MANY_EDITS = 8;
    private static final int SOME_EDITS = 5;
    private static final int ONE_IN = 10;

    /** One schema and so many others after it: mostly small edits, now and then an independent one. */
    static Chain of(long seed, int pairs, Database database, Vocabulary vocabulary) {
        Random random = new Random(seed);
        RandomSchemas schemas = new RandomSchemas(random.nextLong(), vocabulary);
        Edits edits = new Edits(random, vocabulary);
        int tables = random.nextInt(ONE_IN) == 0 ? LARGE : SMALL;
        List<Schema> chain = new ArrayList<>();
        Schema last = edits.edited(
                independent(schemas, tables, database), random.nextInt(MANY_EDITS), s -> taken(s, database));
        chain.add(last);
        for (int i = 0; i < pairs; i++) {
            last = random.nextInt(5) == 0
                    ? edits.edited(
                            independent(schemas, tables, database), random.nextInt(MANY_EDITS), s -> taken(s, database))
                    : edits.edited(last, 1 + random.nextInt(SOME_EDITS), s -> taken(s, database));
            chain.add(last);
        }
        chain.add(Schema.empty());
        return new Chain(chain, seed % ONE_IN == 0 ? Optional.of(seed) : Optional.empty());
    }

    private static Schema independent(RandomSchemas schemas, int tables, Database database) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Schema schema = schemas.schema(tables);
            if (!schema.tables().isEmpty() && taken(schema, database)) {
                return schema;
            }
        }
        return Schema.empty();
    }

    /** Whether nothing is known against it. What is not known and refused all the same is a fault. */
    static boolean taken(Schema schema, Database database) {
        CanonicalSchema wish = database.canonical(schema);
        boolean columns = schema.tables().values().stream()
                .allMatch(t -> hasColumns(t)
                        && hasVisibleKey(t)
                        && t.columns().stream().allMatch(Chain::hasValue));
        return columns
                && Preflight.check(wish, database.canonical(Schema.empty()), database.dialect(), database.server())
                        .isEmpty();
    }

    /** InnoDB takes the first unique key without NULLs for a primary key, and that cannot be hidden. */
    private static boolean hasVisibleKey(Table table) {
        return table.primaryKey().isPresent()
                || table.uniqueKeys().stream().noneMatch(k -> k.options().has("invisible"));
    }

    /** What nobody sees nobody gives a value, says MariaDB (4106). */
    private static boolean hasValue(Column column) {
        return !column.options().has("invisible")
                || column.nullable()
                || !(column.generation() instanceof Generation.None);
    }

    /** The MySQL family has no tables without columns, and MariaDB none that one cannot see. */
    private static boolean hasColumns(Table table) {
        return table.columns().stream()
                .anyMatch(c -> !(c.generation() instanceof Generation.Computed)
                        && !c.options().has("invisible"));
    }

    /** @return how many rows there were on the way */
    int walk(Arena arena, Kinds kinds) {
        Alteration alteration = new Alteration(arena, kinds);
        try {
            if (rows.isEmpty()) {
                schemas.forEach(alteration::becomes);
                return 0;
            }
            Rows data = new Rows(arena.connection(), new Random(rows.get()));
            int inserted = 0;
            for (Schema schema : schemas) {
                become(schema, alteration, arena, data);
                inserted += data.fill(alteration.there());
            }
            return inserted;
        } catch (SQLException e) {
            throw new LawBroken("Rows cannot be read", e);
        }
    }

    private static void become(Schema schema, Alteration alteration, Arena arena, Rows data) throws SQLException {
        CanonicalSchema from = alteration.there();
        Map<QualifiedName, List<Map<String, String>>> before = data.read(from);
        Alteration.Attempt attempt = alteration.plan(schema);
        Optional<StatementFailedException> failed = attempt.execute();
        if (failed.isEmpty()) {
            attempt.arrived();
            Rows.compare(from, before, alteration.there(), data.read(alteration.there()), attempt.plan());
            return;
        }
        if (!attempt.announced(failed.get())) {
            throw new LawBroken(
                    "A step fails that was called safe, of\n" + attempt.changes() + "\n" + attempt.plan(),
                    failed.get());
        }
        // Without the rows that were in the way it has to arrive, wherever it stopped.
        alteration.reread();
        arena.deleteRows(data.tables(alteration.there()));
        alteration.becomes(schema);
    }
}
