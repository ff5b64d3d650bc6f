package dev.fk.core.laws;

import dev.fk.core.schema.Schema;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.SchemaText;
import dev.fk.core.testing.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many random chains on one server, each from nothing over some schemas to nothing. Says at the end what it did, and fails
 * with the smallest pairs it finds if a law does not hold, or if a kind of change never occurred.
 *
 * @param schemas how many schemas are created from nothing
 * @param pairs how many schemas become another one
 */
public record Campaign(String server, int schemas, int pairs, Vocabulary vocabulary) {
    private static final int SCHEMAS = 1000;
    private static final int PAIRS = 2000;
    private static final int THREADS = Integer.getInteger("fk.random.threads", 2);
    private static final int FAILURES = Integer.getInteger("fk.random.failures", 3);
    private static final Duration SHRINKING = Duration.ofSeconds(30);
    /** Fewer may leave out a kind of change by chance. */
    private static final int ENOUGH = 1000;

    /** As many as asked for, or else as many as there are by default; one in so many on servers of the second row. */
    public static Campaign of(String server, Vocabulary vocabulary, int oneIn) {
        return new Campaign(
                server,
                Integer.getInteger("fk.random.schemas", SCHEMAS / oneIn),
                Integer.getInteger("fk.random.pairs", PAIRS / oneIn),
                vocabulary);
    }

    private record Totals(
            Kinds kinds, AtomicInteger next, AtomicInteger rows, ConcurrentLinkedQueue<String> failures) {}

    /** @param kinds the kinds of change that have to occur */
    public void run(Callable<Arena> arenas, Collection<String> kinds) throws Exception {
        long first = RandomSchemas.seed();
        long start = System.nanoTime();
        Totals totals =
                new Totals(new Kinds(), new AtomicInteger(), new AtomicInteger(), new ConcurrentLinkedQueue<>());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(() -> {
                    try (Arena arena = arenas.call()) {
                        walk(arena, first, totals);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("On " + server + " with -Dfk.random.seed=" + first, e.getCause());
        } finally {
            threads.shutdownNow();
        }
        report(first, Duration.ofNanos(System.nanoTime() - start), totals, kinds);
    }

    private void walk(Arena arena, long first, Totals totals) {
        for (int i = totals.next().getAndIncrement();
                i < schemas;
                i = totals.next().getAndIncrement()) {
            if (totals.failures().size() >= FAILURES) {
                return;
            }
            int links = (int) ((long) pairs * (i + 1) / schemas - (long) pairs * i / schemas);
            Chain chain = Chain.of(first + i, links, arena.database(), vocabulary);
            try {
                totals.rows().addAndGet(chain.walk(arena, totals.kinds()));
            } catch (LawBroken broken) {
                totals.failures().add(described(first + i, links, chain, broken, arena));
            }
        }
    }

    private String described(long seed, int links, Chain chain, LawBroken broken, Arena arena) {
        Optional<Shrinker.Broken> small = new Shrinker(arena, chain.rows(), SHRINKING, broken).shrink(chain.schemas());
        arena.clear();
        String replay = "Replay with -Dfk.random.seed=" + seed + " -Dfk.random.schemas=1 -Dfk.random.pairs=" + links
                + " on " + server + "\n";
        return replay
                + small.map(s -> pair(s.from(), s.to()) + s.how().getMessage())
                        .orElseGet(() -> "Only one after the other:\n"
                                + String.join(
                                        "\n----\n",
                                        chain.schemas().stream()
                                                .map(SchemaText::of)
                                                .toList())
                                + broken.getMessage());
    }

    private static String pair(Schema from, Schema to) {
        return "from" + indented(from) + "to" + indented(to);
    }

    private static String indented(Schema schema) {
        String text = SchemaText.of(schema).strip();
        return text.isEmpty() ? " nothing\n" : "\n" + text.indent(4);
    }

    private void report(long first, Duration time, Totals totals, Collection<String> kinds) {
        System.out.printf(
                "laws on %s: %d schemas from nothing, %d pairs, %d rows, -Dfk.random.seed=%d, %.1f s, %.1f ms per schema%n"
                        + "  %s%n",
                server,
                schemas,
                pairs,
                totals.rows().get(),
                first,
                time.toMillis() / 1000.0,
                time.toMillis() / (double) (2 * schemas + pairs),
                totals.kinds());
        if (!totals.failures().isEmpty()) {
            throw new AssertionError(String.join("\n\n", totals.failures()));
        }
        boolean many = schemas + pairs >= ENOUGH;
        if (many && !totals.kinds().missing(kinds).isEmpty()) {
            throw new AssertionError("On " + server + " these kinds of change never occurred: "
                    + totals.kinds().missing(kinds) + ", but " + totals.kinds());
        }
        if (many && totals.rows().get() == 0) {
            throw new AssertionError("On " + server + " no row was ever inserted.");
        }
    }
}
