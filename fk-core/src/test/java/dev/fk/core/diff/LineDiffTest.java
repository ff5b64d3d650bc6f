package dev.fk.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void equal_texts_do_not_differ() {
        assertThat(LineDiff.of("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void what_goes_stands_before_what_comes_in_its_place() {
        assertThat(LineDiff.of("a\nb\nc\n", "a\nx\nc\nd\n")).containsExactly("- b", "+ x", "+ d");
    }

    /** As many lines stay as two texts can have in common, by the definition of that. */
    @Test
    void as_much_as_possible_stays() {
        long seed = Long.getLong("fk.random.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<String> from = lines(random);
            List<String> to = lines(random);
            List<String> diff = LineDiff.of(String.join("\n", from), String.join("\n", to));

            int common = common(from, to);
            assertThat(diff.stream().filter(l -> l.startsWith("- ")))
                    .as("seed %d: %s, %s", seed, from, to)
                    .hasSize(from.size() - common);
            assertThat(diff.stream().filter(l -> l.startsWith("+ ")))
                    .as("seed %d: %s, %s", seed, from, to)
                    .hasSize(to.size() - common);
        }
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(8), 0, 4).mapToObj(String::valueOf).toList();
    }

    private static int common(List<String> from, List<String> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return 0;
        }
        List<String> restOfFrom = from.subList(1, from.size());
        List<String> restOfTo = to.subList(1, to.size());
        return from.get(0).equals(to.get(0))
                ? 1 + common(restOfFrom, restOfTo)
                : Math.max(common(from, restOfTo), common(restOfFrom, to));
    }
}
