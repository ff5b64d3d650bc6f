package dev.fk.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.Unordered;
import dev.fk.core.testing.Vocabulary;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The laws of the algebra, on random pairs of schemas; order of columns and constraints carries no meaning. */
@Tag("thorough")
class LawsTest {
    private static final int PAIRS = Integer.getInteger("fk.random.pairs", 20_000);
    private static final DialectId TOY = new DialectId("toy");

    @Test
    void nothing_differs_from_itself() {
        forAllPairs(pair -> assertThat(diff(pair.from(), pair.from()).changes()).isEmpty());
    }

    @Test
    void applying_a_difference_leads_to_the_other_schema() {
        forAllPairs(pair -> {
            Schema reached = Patch.apply(pair.from(), diff(pair.from(), pair.to()));
            Unordered.assertSame(reached, pair.to());
        });
    }

    @Test
    void every_change_is_taken_back_by_its_inverse() {
        forAllPairs(pair -> {
            Schema before = pair.from();
            for (Change change : Sequencer.sequence(before, diff(before, pair.to()), t -> List.of(), RiskTest.ddl())) {
                Schema after = Patch.apply(before, change);
                Unordered.assertSame(Patch.apply(after, change.inverse()), before);
                before = after;
            }
        });
    }

    @Test
    void every_prefix_of_a_plan_can_be_executed() {
        forAllPairs(pair -> {
            ToyEngine engine = new ToyEngine(pair.from());
            List<Change> sequence =
                    Sequencer.sequence(pair.from(), diff(pair.from(), pair.to()), t -> List.of(), RiskTest.ddl());
            sequence.forEach(engine::execute);
            Unordered.assertSame(engine.schema(), pair.to());
        });
    }

    private static ChangeSet diff(Schema from, Schema to) {
        return Differ.diff(new CanonicalSchema(from, TOY), new CanonicalSchema(to, TOY));
    }

    private static void forAllPairs(Consumer<RandomSchemas.Pair> law) {
        long first = RandomSchemas.seed();
        for (long seed = first; seed < first + PAIRS; seed++) {
            RandomSchemas.Pair pair = new RandomSchemas(seed, Vocabulary.abstractOne()).pair(6);
            try {
                law.accept(pair);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "Replay with -Dfk.random.seed=" + seed + " -Dfk.random.pairs=1\n"
                                + diff(pair.from(), pair.to()),
                        failure);
            }
        }
    }
}
