package dev.fk.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.probe.Trials.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server is asked about a quarter of a million combinations at most, if not every value has but one candidate. */
class TrialsTest {
    @ParameterizedTest
    @CsvSource({"1, false, 0", "2, false, 3", "4, true, 10", "8, true, 0", "8, false, 30", "12, true, 5", "20, false, 4"
    })
    void are_not_too_many(int count, boolean few, int switches) {
        Wanted value = new Wanted(40, few);
        Trials trials = Trials.of(Collections.nCopies(count, value), switches);
        int open = 0;
        while (open < switches && Trials.isOpen(open)) {
            open++;
        }
        assertThat(Math.pow(trials.most(value), count) * Math.pow(2, open)).isLessThanOrEqualTo(250_000);
        assertThat(trials.most(value)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1, 24", "3, 24", "7, 24"})
    void all_of_few_are_tried_beside_others(int others, int expected) {
        Wanted label = new Wanted(24, true);
        List<Wanted> values = new ArrayList<>(Collections.nCopies(others, new Wanted(40, false)));
        values.add(label);
        assertThat(Trials.of(values, 2).most(label)).isEqualTo(expected);
    }
}
