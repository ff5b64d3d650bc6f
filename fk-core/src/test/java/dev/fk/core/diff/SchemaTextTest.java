package dev.fk.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.MySqlVocabulary;
import dev.fk.core.testing.PostgresVocabulary;
import dev.fk.core.testing.RandomSchemas;
import dev.fk.core.testing.Unordered;
import dev.fk.core.testing.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A golden file sees every difference, and none where there is none. */
class SchemaTextTest {
    private static final DialectId TOY = new DialectId("toy");

    /** Columns in another order are another text, but no other schema. */
    @Test
    void texts_are_equal_where_schemas_are() {
        for (Vocabulary vocabulary : List.of(
                Vocabulary.abstractOne(),
                PostgresVocabulary.get(18),
                MySqlVocabulary.get(false),
                MySqlVocabulary.get(true))) {
            compare(vocabulary);
        }
    }

    private static void compare(Vocabulary vocabulary) {
        long first = RandomSchemas.seed();
        for (long seed = first; seed < first + 1_000; seed++) {
            RandomSchemas.Pair pair = new RandomSchemas(seed, vocabulary).pair(4);

            assertThat(lines(pair.from()).equals(lines(pair.to())))
                    .as("Replay with -Dfk.random.seed=%d: %s and %s", seed, pair.from(), pair.to())
                    .isEqualTo(Unordered.of(pair.from()).equals(Unordered.of(pair.to())));
            assertThat(text(pair.from())).isEqualTo(text(pair.from()));
        }
    }

    private static List<String> lines(Schema schema) {
        return text(schema).lines().sorted().toList();
    }

    private static String text(Schema schema) {
        return SchemaText.of(new CanonicalSchema(schema, TOY));
    }
}
